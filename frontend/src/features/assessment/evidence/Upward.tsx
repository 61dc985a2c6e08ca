/** The way from a record up to the need, as far as it is known. */
import { Link } from "react-router";
import { pageOf } from "@/api/view";
import type { Reading } from "./queries";

const STEPS = { activity: "活动", project: "项目", needs: "需求" } as const;

const hrefsOf = ({ links }: Reading, step: keyof typeof STEPS) => [links[step] ?? []].flat();

export function Upward({ of }: { of: Reading }) {
  const ways = (Object.keys(STEPS) as (keyof typeof STEPS)[]).flatMap((step) =>
    hrefsOf(of, step).map((href, at, all) => ({ href, label: STEPS[step] + (all.length > 1 ? ` ${at + 1}` : ""), between: at > 0 ? "、" : " → " })),
  );
  if (ways.length === 0) return <>—</>;
  return <>{ways.map(({ href, label, between }, at) => <span key={href}>{at > 0 && between}<Link to={pageOf(href)}>{label}</Link></span>)}</>;
}
