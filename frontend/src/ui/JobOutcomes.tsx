/** How many rows of a list have which outcome. */
import type { Job } from "@/api/view";
import { count } from "./amounts";
import { Figure } from "./Figure";
import { FigureRow } from "./FigureRow";

const words = { new: "新增", changed: "更新", same: "已有，无变化", kept: "已有，不作更改", wrong: "有误" } as const;

export function Outcomes({ counts }: Pick<Job, "counts">) {
  const found = (Object.keys(words) as (keyof typeof words)[]).filter((outcome) => counts[outcome]);
  if (found.length === 0) return null;
  return (
    <FigureRow>
      {found.map((outcome) => <Figure key={outcome} name={words[outcome]} value={`${count(counts[outcome] ?? 0)} 行`} />)}
    </FigureRow>
  );
}
