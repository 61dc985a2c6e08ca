/** States of pairings, why a hand-over is due, and why somebody could take it. */
import type { States } from "@/ui/StateTag";
import type { Candidate, Pairing } from "./queries";

export const pairingStates: States<Pairing["state"]> = {
  running: { label: "结对中", tone: "good" },
  handover_due: { label: "待交接", tone: "alarm" },
  handed_over: { label: "已交接", tone: "neutral" },
  ended: { label: "已结束", tone: "neutral" },
};

export const handoverBecause: Record<NonNullable<Pairing["handover_because"]>, string> = {
  post_vacated: "社工已离岗",
  registration_lapsed: "社工登记已失效",
  released: "社工或主管提出交接",
};

export const reasons: Record<Candidate["why"][number], string> = {
  same_community: "在本社区任职",
  same_organisation: "同一机构",
  same_field: "服务领域相同",
  knows_team: "曾与该队结对",
  same_town: "在本镇街任职",
  no_team_yet: "尚未结对队伍",
};
