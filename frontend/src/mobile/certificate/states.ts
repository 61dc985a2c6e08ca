/** The states of a certificate as the volunteer reads them. */
import { useLanguage } from "@/ui/language";
import type { States } from "@/ui/StateTag";
import type { Certificate } from "./queries";

const zh: States<Certificate["state"]> = {
  requested: { label: "等待出具", tone: "attention" },
  issued: { label: "已出具", tone: "good" },
  refused: { label: "未予出具", tone: "alarm" },
  revoked: { label: "已撤销", tone: "alarm" },
  replaced: { label: "已换发", tone: "neutral" },
};

const en: States<Certificate["state"]> = {
  requested: { label: "Asked for", tone: "attention" },
  issued: { label: "Issued", tone: "good" },
  refused: { label: "Not issued", tone: "alarm" },
  revoked: { label: "Revoked", tone: "alarm" },
  replaced: { label: "Replaced", tone: "neutral" },
};

export const useCertificateStates = () => (useLanguage().language === "en" ? en : zh);
