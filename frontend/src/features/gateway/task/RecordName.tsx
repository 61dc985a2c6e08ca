/** What the record that waits is called, as its own service tells this reader; after a lead, nothing where it does not. */
import { useQuery } from "@tanstack/react-query";
import { MaskedName } from "@/ui/StaffName";
import { volunteerName } from "@/ui/volunteerName";
import { nameOf } from "./queries";

const LASTS = 5 * 60_000;

export function RecordName({ href, lead }: { href: string; lead?: string }) {
  const { data, error } = useQuery({ ...nameOf(href), staleTime: LASTS, retry: false });
  const unknown = lead === undefined ? <>—</> : null;
  if (error) return unknown;
  if (!data) return <span className="muted">{lead}…</span>;
  const { name, volunteerId } = data;
  if (!volunteerId) return name ? <>{lead}{name}</> : unknown;
  return <>{lead}{name && `${name} · `}<MaskedName question={volunteerName(volunteerId)} unknown="辖区外的志愿者" /></>;
}
