/** The marks of an hours entry. */
import { StateTag } from "@/ui/StateTag";
import type { Hours } from "./queries";
import { marks, marksOf } from "./states";

export function Marks({ of }: { of: Hours }) {
  const found = marksOf(of);
  if (found.length === 0) return <>—</>;
  return <span style={{ display: "inline-flex", flexWrap: "wrap", gap: 4 }}>{found.map((mark) => <StateTag key={mark} states={marks} state={mark} />)}</span>;
}
