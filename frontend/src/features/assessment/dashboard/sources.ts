/** What the services are called whose facts the figures are made of. */
export const sourceNames: Record<string, string> = { registry: "组织与社工", projects: "项目与资金", volunteers: "志愿服务", assessment: "考核评估" };
