"""服务设施: 村（社区）综合服务管理中心 and its like, and which communities have none."""
