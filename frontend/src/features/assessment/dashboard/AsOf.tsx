/** As of when figures stand, and which source has told nothing since. */
import { Tag } from "antd";
import { minuteOf } from "@/ui/times";
import type { Dashboard } from "./queries";
import { sourceNames } from "./sources";

export function AsOf({ of: { as_of, stopped } }: { of: Pick<Dashboard, "as_of" | "stopped"> }) {
  return (
    <>
      <span className="figures">截至 {minuteOf(as_of)}</span>
      {stopped.map(({ source, moved_at }) => (
        <Tag key={source} color="warning" role="status">
          {sourceNames[source] ?? source}的数据{moved_at ? `停在 ${minuteOf(moved_at)}` : "尚未收到"}，其后的变化未计入
        </Tag>
      ))}
    </>
  );
}
