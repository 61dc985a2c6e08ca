"""数据来源: the records behind a figure, each with its way back to the need."""
