/** States of a certificate, and what kind of body issues it. */
import type { States } from "@/ui/StateTag";
import type { Certificate } from "./queries";

export const certificateStates: States<Certificate["state"]> = {
  requested: { label: "待出具", tone: "active" },
  issued: { label: "已出具", tone: "good" },
  refused: { label: "未予出具", tone: "attention" },
  revoked: { label: "已撤销", tone: "alarm" },
  replaced: { label: "已换发", tone: "neutral" },
};

export const issuerKinds: Record<Certificate["issuer_kind"], string> = {
  organisation: "志愿服务组织、社会组织",
  committee: "基层群众性自治组织",
  office: "公益活动举办单位",
};
