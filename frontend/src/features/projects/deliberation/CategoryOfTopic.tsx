/** What a deliberation is about: a category of needs, or one of the further matters that its rule names. */
import { useCategories } from "../need/CategoryName";
import { useRule } from "./parties";

export function useTopics(): { value: string; label: string }[] {
  const categories = useCategories();
  const matters = useRule()?.matter ?? [];
  return [...matters, ...categories].map(({ code, name }) => ({ value: code, label: name }));
}

export function CategoryOfTopic({ code }: { code: string }) {
  return <>{useTopics().find(({ value }) => value === code)?.label ?? "其他类别"}</>;
}
