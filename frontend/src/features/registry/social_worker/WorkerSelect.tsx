/** Chooses a social worker whose registration holds today, among those the reader can see. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { dayOf } from "@/ui/times";
import { levels } from "./messages";
import { registeredWorkers, type SocialWorker } from "./queries";
import { WorkerName } from "@/ui/WorkerName";

interface Props {
  id?: string;
  value?: string;
  onChange?: (workerId: string) => void;
  /** Only those that fit. */
  fits?: (worker: SocialWorker) => boolean;
}

const TAIL = 4;

/** Masked names repeat, so the end of the certificate's number tells two of them apart. */
const choice = ({ id, name, level, certificate_number }: SocialWorker) => ({
  value: id,
  label: `${name}（${levels[level]}，证书尾号 ${certificate_number.slice(-TAIL)}）`,
});

export function WorkerSelect({ id, value, onChange, fits = () => true }: Props) {
  const { data: workers = [], isPending } = useQuery(registeredWorkers);
  const today = dayOf(new Date());
  const inForce = workers.filter(({ valid_from, valid_to }) => valid_from <= today && today < valid_to);
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
      options={inForce.filter(fits).map(choice)}
    />
  );
}
