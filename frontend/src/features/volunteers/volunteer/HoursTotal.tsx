/** A volunteer's minutes as far as the reader sees them: confirmed, and waiting for a second person. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Hours } from "@/ui/Hours";
import { hoursTotal } from "./queries";

export function HoursTotal({ of }: { of: string }) {
  const { data } = useQuery(hoursTotal(of));
  if (!data) return <span className="muted">…</span>;
  return (
    <>
      <Link to={`/volunteers/hours?volunteer_id=${of}`}><Hours minutes={data.confirmed_minutes} /></Link>
      {data.waiting_minutes > 0 && <span className="muted"> · 另有 <Hours minutes={data.waiting_minutes} /> 待确认</span>}
    </>
  );
}
