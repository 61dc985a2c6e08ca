/** What the owner of a record calls it; the figure's own copies know no names. */
import { useQuery } from "@tanstack/react-query";
import { Named } from "@/ui/Named";
import { kinds } from "./measures";
import { ownersRecord, type Reading } from "./queries";

const KEPT = 5 * 60_000;

const recordOf = ({ links }: Reading) => [links.record ?? []].flat()[0] ?? "";

export function RecordName({ of }: { of: Reading }) {
  const query = useQuery({ ...ownersRecord(recordOf(of)), staleTime: KEPT });
  const plain = kinds[of.indicator].name;
  return <Named query={query} withheld={plain}>{({ title, name }) => title ?? name ?? plain}</Named>;
}
