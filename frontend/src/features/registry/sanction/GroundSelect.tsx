/** Chooses the ground of a decision from the list in force, with its article. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { grounds, type Ground } from "./queries";
import { measures } from "./states";

interface Props {
  id?: string;
  value?: string;
  onChange?: (ground: string) => void;
  /** What the decision may lead to. */
  of: Ground["measure"][];
}

const option = ({ code, title, article, assumption }: Ground) => ({ value: code, label: `${title}（${article}${assumption ? "，假设" : ""}）` });

export function GroundSelect({ id, value, onChange, of }: Props) {
  const { data, isPending } = useQuery(grounds);
  const groups = of.map((measure) => ({ label: measures[measure], options: (data?.items ?? []).filter((one) => one.measure === measure).map(option) }));
  return (
    <Select<string>
      id={id}
      value={value}
      onChange={onChange}
      loading={isPending}
      placeholder="选择处理事由"
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth
      options={groups}
    />
  );
}
