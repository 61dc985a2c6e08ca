/** 并入其他需求: chooses the need of the same community that goes on with the sources of this one. */
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { dayOf } from "@/ui/times";
import { merge, neighbours, type Need } from "./queries";
import { needStates } from "./states";

interface Props {
  act: string;
  need: Need;
  onClose: () => void;
}

/** A need that the service still lets take a source can take over those of another. */
const takesSources = ({ actions }: Need) => actions.some(({ name }) => name === "sources");

const describe = (need: Need) => `${need.title}（${needStates[need.state].label} · ${need.persons_affected} 人 · ${dayOf(need.raised_at)}）`;

export function MergeDialog({ act, need, onClose }: Props) {
  const { data, isPending } = useQuery(neighbours(need));
  const others = data?.items.filter((other) => other.id !== need.id && takesSources(other)) ?? [];
  return (
    <ActDialog<{ into_id: string }>
      act={act}
      advice="本需求的来源全部转到所选需求之下，两处的涉及人数取较大者，不相加。"
      submit={({ into_id }) => merge(need, into_id)}
      onClose={onClose}
    >
      <Form.Item
        name="into_id"
        label="并入哪一项需求"
        extra={`只能并入同一村（社区）的需求，可输入名称查找${data?.next ? `；只列最近 ${data.items.length} 项` : ""}`}
        rules={[{ required: true, message: "请选择需求" }]}
      >
        <Select
          loading={isPending}
          showSearch={{ optionFilterProp: "label" }}
          notFoundContent={isPending ? "正在载入…" : "本村（社区）没有可以并入的需求"}
          options={others.map((other) => ({ value: other.id, label: describe(other) }))}
        />
      </Form.Item>
    </ActDialog>
  );
}
