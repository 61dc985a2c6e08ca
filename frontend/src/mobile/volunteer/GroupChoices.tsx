/** The groups a volunteer counts themselves to. */
import { useMessages } from "@/ui/language";
import { Choices } from "../Choices";
import { messages } from "./messages";
import type { Group } from "./queries";

export function GroupChoices({ chosen, onChoose }: { chosen: Group[]; onChoose: (groups: Group[]) => void }) {
  const t = useMessages(messages);
  const options = Object.entries(t.groupNames).map(([value, label]) => ({ value, label }));
  return <Choices several legend={t.groups} options={options} chosen={chosen} onChoose={(groups) => onChoose(groups as Group[])} />;
}
