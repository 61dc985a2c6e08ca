/** What a volunteer is able to do: roles ask for it in the same words. */
import { useMessages } from "@/ui/language";
import { knownSkills } from "@/ui/skills";
import { Choices } from "../Choices";
import { messages } from "./messages";

const MOST = 10;

export function SkillChoices({ chosen, onChoose }: { chosen: string[]; onChoose: (skills: string[]) => void }) {
  const t = useMessages(messages);
  // What was written in elsewhere stays, and may be taken off.
  const options = [...new Set([...knownSkills, ...chosen])].map((value) => ({ value, label: value }));
  return <Choices several legend={t.skillsLegend} options={options} chosen={chosen} onChoose={(skills) => onChoose(skills.slice(0, MOST))} />;
}
