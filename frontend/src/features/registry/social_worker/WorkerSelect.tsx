/** Chooses a social worker whose registration holds today, among those the reader can see. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { dayOf } from "@/ui/times";
import { WorkerName } from "@/ui/WorkerName";
import { choiceOf, isRegistered, registeredWorkers, type SocialWorker } from "@/ui/workers";

interface Props {
  id?: string;
  value?: string;
  onChange?: (workerId: string) => void;
  /** Only those that fit. */
  fits?: (worker: SocialWorker) => boolean;
}

export function WorkerSelect({ id, value, onChange, fits = () => true }: Props) {
  const { data: workers = [], isPending } = useQuery(registeredWorkers);
  const today = dayOf(new Date());
  const inForce = workers.filter((worker) => isRegistered(worker, today));
  return (
    <Select<string>
      id={id}
      value={value}
      onChange={onChange}
      loading={isPending}
      placeholder="选择社工"
      showSearch={{ optionFilterProp: "label" }}
      notFoundContent={isPending ? "正在载入…" : "您看得到的社工中没有符合条件的"}
      labelRender={({ label, value: chosen }) => label ?? <WorkerName id={String(chosen)} />}
      options={inForce.filter(fits).map(choiceOf)}
    />
  );
}
