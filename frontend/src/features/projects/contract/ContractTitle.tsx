/** A contract by its title. */
import { useQuery } from "@tanstack/react-query";
import { Named } from "@/ui/Named";
import { contract } from "./queries";

export function ContractTitle({ id }: { id: string }) {
  const query = useQuery(contract(id));
  return <Named query={query} withheld="辖区外的合同">{({ title }) => title}</Named>;
}
