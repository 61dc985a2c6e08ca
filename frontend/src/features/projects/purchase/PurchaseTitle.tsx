/** A purchase by its title. */
import { useQuery } from "@tanstack/react-query";
import { Named } from "@/ui/Named";
import { publishedPurchase } from "./queries";

export function PurchaseTitle({ id }: { id: string }) {
  const query = useQuery(publishedPurchase(id));
  return <Named query={query} withheld="尚未公告的采购">{({ title }) => title}</Named>;
}
