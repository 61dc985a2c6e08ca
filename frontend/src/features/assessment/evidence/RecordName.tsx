/** What the owner of a record calls it; the figure's own copies know no names. */
import { useQuery } from "@tanstack/react-query";
import { Named } from "@/ui/Named";
import { kinds } from "./measures";
import { ownersRecord, type Reading } from "./queries";

const KEPT = 5 * 60_000;

const recordOf = ({ links }: Reading) => [links.record ?? []].flat()[0] ?? "";

/** `unnamed` is said of a record without a name, and of one that the reader may not see. */
export function NameOf({ href, unnamed }: { href: string; unnamed: string }) {
  const query = useQuery({ ...ownersRecord(href), staleTime: KEPT });
  return <Named query={query} withheld={unnamed}>{({ title, name, topic }) => title ?? name ?? topic ?? unnamed}</Named>;
}

export const RecordName = ({ of }: { of: Reading }) => <NameOf href={recordOf(of)} unnamed={kinds[of.indicator].name} />;
