/** What the services are called where administrators choose among what they hold. */
export const services: Record<string, string> = {
  registry: "登记",
  projects: "项目",
  volunteers: "志愿服务",
  assessment: "考核",
  gateway: "网关",
};
