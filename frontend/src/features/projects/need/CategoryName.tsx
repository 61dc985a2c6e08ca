/** A need's category by its name; the list of categories belongs to the service and changes over time. */
import { useQuery } from "@tanstack/react-query";
import { categories, type Category } from "./queries";

const NONE: Category[] = [];

export const useCategories = () => useQuery({ ...categories, staleTime: Infinity }).data ?? NONE;

export function CategoryName({ code }: { code: string }) {
  const known = useCategories().find((category) => category.code === code);
  return <>{known?.name ?? "其他类别"}</>;
}

/** Where the list comes from, and whether the authority has settled it. */
export function categoryProvenance(list: Category[]): string | undefined {
  const [first] = list;
  return first && `类别清单：${first.source}${first.assumption ? "（假设）" : ""}`;
}
