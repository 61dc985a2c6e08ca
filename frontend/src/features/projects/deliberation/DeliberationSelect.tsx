/** Chooses the deliberation that a project grew from, among those that agreed. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { dayOf } from "@/ui/times";
import { DeliberationTitle } from "./DeliberationTitle";
import { agreed } from "./queries";

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (deliberationId: string | undefined) => void;
}

export function DeliberationSelect({ id, value, onChange }: Props) {
  const { data, isPending } = useQuery(agreed);
  return (
    <Select<string>
      id={id}
      value={value ?? undefined}
      onChange={onChange}
      allowClear
      loading={isPending}
      placeholder="未经议事协商的不选"
      showSearch={{ optionFilterProp: "label" }}
      labelRender={({ value: chosen }) => <DeliberationTitle id={String(chosen)} />}
      options={data?.map((one) => ({ value: one.id, label: `${one.topic}（${dayOf(one.meets_at)}）` }))}
    />
  );
}
