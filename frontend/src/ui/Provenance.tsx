/** Where what is shown comes from: source, as of, whether demo data. */
import { useMessages } from "./language";
import { messages } from "./messages";

export function Provenance({ source, asOf, note }: { source: string; asOf?: string; note?: string }) {
  const t = useMessages(messages);
  return (
    <p className="muted" style={{ fontSize: 12, margin: 0 }}>
      {[`${t.provenance}: ${source}`, asOf && `${t.asOf} ${asOf}`, note].filter(Boolean).join(" · ")}
    </p>
  );
}
