/** Chooses trainings that a role asks for: courses that are offered, and those chosen before. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { courses } from "./queries";

interface Props {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  most: number;
}

export function CourseSelect({ id, value, onChange, most }: Props) {
  const { data = [], isPending } = useQuery(courses);
  return (
    <Select<string[]>
      id={id}
      mode="multiple"
      value={value}
      onChange={onChange}
      maxCount={most}
      loading={isPending}
      placeholder="不要求"
      showSearch={{ optionFilterProp: "label" }}
      notFoundContent={isPending ? "正在载入…" : "还没有开设培训课程"}
      options={data.map(({ id: value, name, provider_name }) => ({ value, label: `${name}（${provider_name}）` }))}
    />
  );
}
