/** Chooses the needs a project answers, from the pool of an area; those already chosen keep their names. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { me } from "@/api/session";
import { AreaSelect } from "@/ui/AreaSelect";
import { dayOf } from "@/ui/times";
import { NeedTitle } from "../need/NeedTitle";
import { poolOf, type OpenNeed } from "../need/queries";
import { needReaders } from "../roles";
import { useHolds } from "../useHolds";
import styles from "./NeedsPicker.module.css";

interface Props {
  id?: string;
  value?: string[];
  onChange?: (needIds: string[]) => void;
}

const describe = ({ title, persons_affected, raised_at }: OpenNeed) => `${title}（${persons_affected} 人 · ${dayOf(raised_at)}）`;

export function NeedsPicker({ id, value, onChange }: Props) {
  const { data: account } = useQuery({ ...me, staleTime: Infinity });
  const [chosen, choose] = useState<string>();
  const isOfficer = useHolds(needReaders);
  const area = chosen ?? account?.grants[0]?.area_id;
  const { data, isPending } = useQuery({ ...poolOf(area, isOfficer === true), enabled: isOfficer !== undefined });
  const waiting = data?.items.filter(({ state }) => state === "pooled") ?? [];
  return (
    <div className={styles.picker}>
      <AreaSelect label="需求所在片区" value={area} onChange={choose} />
      <Select<string[]>
        id={id}
        mode="multiple"
        value={value}
        onChange={onChange}
        loading={isPending}
        placeholder="从需求池中选择，可输入名称查找"
        showSearch={{ optionFilterProp: "label" }}
        notFoundContent={isPending ? "正在载入…" : "此处没有等待立项的需求"}
        labelRender={({ value: needId }) => <NeedTitle id={String(needId)} />}
        options={waiting.map((need) => ({ value: need.id, label: describe(need) }))}
      />
      {data?.hasMore && <small className="muted">只列最近的需求，请选到村（社区）缩小范围。</small>}
    </div>
  );
}
