/** 区划变更: a name that was missing, a new code, 村改居; what is left empty stays as it is. */
import { useQueryClient } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { areas } from "@/ui/areas";
import { choices } from "@/ui/choices";
import { DayInput } from "@/ui/DayInput";
import { change, type Area, type Change } from "./queries";
import { organKinds } from "./states";

interface Props {
  area: Area;
  onClose: () => void;
}

const filled = (value: string | null | undefined) => value || null;

export function ChangeDialog({ area, onClose }: Props) {
  const queries = useQueryClient();
  async function submit({ name, code, ...values }: Change) {
    await change(area, { ...values, name: filled(name), code: filled(code) });
    // Acts leave the tree of areas alone; this one does not.
    await queries.invalidateQueries({ queryKey: areas.queryKey, exact: true });
  }
  return (
    <ActDialog<Change> act="区划变更" advice="不变的项留空；原来的名称和代码保留在区划沿革里。" submit={submit} onClose={onClose}>
      <Form.Item name="name" label="新名称"><Input maxLength={50} /></Form.Item>
      <Form.Item name="code" label="新的统计用区划代码"><Input maxLength={12} inputMode="numeric" /></Form.Item>
      <Form.Item name="organ_kind" label="新的组织形态"><Select placeholder="请选择" options={choices(organKinds)} allowClear /></Form.Item>
      <Form.Item name="valid_from" label="自何日起" rules={[{ required: true, message: "请选择起始日期" }]}><DayInput /></Form.Item>
      <Form.Item name="source" label="依据" extra="批复文号或统计用区划代码的公布日期" rules={[{ required: true, whitespace: true, message: "请填写依据" }]}>
        <Input maxLength={200} />
      </Form.Item>
    </ActDialog>
  );
}
