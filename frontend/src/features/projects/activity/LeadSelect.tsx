/** Chooses who leads: social workers whose registration holds on the day, those of the area first. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { pathTo, useAreas, type Area } from "@/ui/areas";
import { WorkerName } from "@/ui/WorkerName";
import { choiceOf, isRegistered, registeredWorkers, type SocialWorker } from "@/ui/workers";

interface Props {
  id?: string;
  value?: string;
  onChange?: (workerId: string) => void;
  /** Where the activity takes place. */
  area: string | undefined;
  /** The day it begins. */
  on: string;
}

/** A worker serves a community, or the town above it. */
const serves = (areas: Area[], { area_id }: SocialWorker, area: string | undefined) =>
  area !== undefined && (pathTo(areas, area).includes(area_id) || pathTo(areas, area_id).includes(area));

export function LeadSelect({ id, value, onChange, area, on }: Props) {
  const { data: areas = [] } = useAreas();
  const { data: workers = [], isPending } = useQuery(registeredWorkers);
  const registered = workers.filter((worker) => isRegistered(worker, on));
  const local = registered.filter((worker) => serves(areas, worker, area));
  const others = registered.filter((worker) => !local.includes(worker));
  const groups = [
    { label: "服务于本地", options: local.map(choiceOf) },
    { label: "服务于其他地方", options: others.map(choiceOf) },
  ];
  return (
    <Select<string>
      id={id}
      value={value}
      onChange={onChange}
      loading={isPending}
      placeholder="选择负责社工"
      showSearch={{ optionFilterProp: "label" }}
      notFoundContent={isPending ? "正在载入…" : "您看得到的社工中没有当日登记有效的；可请镇街、村（社区）的社工计划此活动"}
      labelRender={({ label, value: chosen }) => label ?? <WorkerName id={String(chosen)} />}
      options={groups.filter(({ options }) => options.length > 0)}
    />
  );
}
