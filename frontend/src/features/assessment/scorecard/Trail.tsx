/** The trail of a card: what was done when, from its opening to its freezing. */
import { Facts } from "@/ui/Facts";
import { Moment } from "@/ui/Moment";
import type { Card } from "./queries";

type Act = "opened_at" | "reported_at" | "confirmed_at" | "returned_at" | "checked_at" | "accepted_at" | "objected_at" | "decided_at" | "frozen_at";

const acts: Record<Act, string> = {
  opened_at: "开始考核",
  reported_at: "填写自评",
  confirmed_at: "确认上报",
  returned_at: "退回自评",
  checked_at: "核定",
  accepted_at: "镇街无异议",
  objected_at: "提出异议",
  decided_at: "处理异议",
  frozen_at: "冻结",
};

export function Trail({ of }: { of: Card }) {
  const done = (Object.keys(acts) as Act[]).flatMap((act) => (of[act] === null ? [] : [{ act, at: of[act] }]));
  const ordered = done.sort((one, other) => one.at.localeCompare(other.at));
  return (
    <Facts
      facts={[
        ...ordered.map(({ act, at }) => ({ label: acts[act], value: <Moment at={at} /> })),
        ...(of.returned_because ? [{ label: "退回原因", value: of.returned_because, wide: true }] : []),
      ]}
    />
  );
}
