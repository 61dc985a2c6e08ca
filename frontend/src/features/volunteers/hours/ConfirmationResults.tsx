/** What came of confirming several entries: those refused first, each with its reason. */
import { Alert } from "antd";
import { Link } from "react-router";
import { Hours as Duration } from "@/ui/Hours";
import { StateTag, type States } from "@/ui/StateTag";
import { VolunteerName } from "../PersonName";
import type { Hours, Outcome } from "./queries";

export interface Confirmed {
  entry: Hours;
  outcome: Outcome;
}

const outcomes: States<"confirmed" | "refused"> = {
  confirmed: { label: "已确认", tone: "good" },
  refused: { label: "未确认", tone: "alarm" },
};

function Result({ of: { entry, outcome } }: { of: Confirmed }) {
  return (
    <li>
      <StateTag states={outcomes} state={outcome.confirmed ? "confirmed" : "refused"} />{" "}
      <Link to={`/volunteers/hours/${entry.id}`}><VolunteerName id={entry.volunteer_id} /> · {entry.title}</Link> <Duration minutes={entry.minutes} />
      {outcome.title && <>：{outcome.title}</>}
    </li>
  );
}

export function ConfirmationResults({ results, onClose }: { results: Confirmed[]; onClose: () => void }) {
  if (results.length === 0) return null;
  const refused = results.filter(({ outcome }) => !outcome.confirmed);
  const confirmed = results.filter(({ outcome }) => outcome.confirmed);
  return (
    <Alert
      role="status"
      style={{ marginBlockEnd: 16 }}
      type={refused.length > 0 ? "warning" : "success"}
      closable={{ onClose, "aria-label": "关闭" }}
      title={`已确认 ${confirmed.length} 条${refused.length > 0 ? `，${refused.length} 条未确认，仍按原样等待` : ""}`}
      description={<ul style={{ margin: 0, paddingInlineStart: 20 }}>{[...refused, ...confirmed].map((each) => <Result key={each.entry.id} of={each} />)}</ul>}
    />
  );
}
