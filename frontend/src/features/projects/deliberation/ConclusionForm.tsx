/** 形成协商意见: what came of it; what was agreed becomes items that somebody answers for until a day. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { choices } from "@/ui/choices";
import { FormPage } from "@/ui/FormPage";
import { ItemsEditor, itemsOf, type ItemRow } from "./ItemsEditor";
import { conclude, deliberation, type ConclusionIn, type Deliberation } from "./queries";
import { outcomes } from "./states";

type Values = Omit<ConclusionIn, "items"> & { items?: ItemRow[] };

const labels = { outcome: "协商结果", conclusion: "协商意见", items: "执行事项" };

function Items({ of: { responsible_roles } }: { of: Deliberation }) {
  return Form.useWatch<string | undefined>("outcome") === "agreed" ? <ItemsEditor roles={responsible_roles} /> : null;
}

function Loaded({ of }: { of: Deliberation }) {
  const { id } = of;
  return (
    <FormPage<Values, Deliberation>
      title={`形成协商意见：${of.topic}`}
      advice="协商结果、协商意见和执行事项对外公开，不写个人信息；形成后不能修改。"
      draft={`projects/deliberation/${id}/conclusion`}
      version={of.version}
      labels={labels}
      initial={{ items: [{}] }}
      submit={({ outcome, conclusion, items }, version) => conclude({ id, version }, { outcome, conclusion, items: outcome === "agreed" ? itemsOf(items) : [] })}
      done={() => `/projects/deliberations/${id}`}
      act="形成协商意见"
    >
      <Form.Item name="outcome" label={labels.outcome} rules={[{ required: true, message: "请选择协商结果" }]}><Select placeholder="请选择" options={choices(outcomes)} /></Form.Item>
      <Form.Item name="conclusion" label={labels.conclusion} rules={[{ required: true, whitespace: true, min: 2, message: "请写明协商意见" }]}><Input.TextArea rows={5} maxLength={5000} showCount /></Form.Item>
      <Items of={of} />
    </FormPage>
  );
}

export default function ConclusionForm() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(deliberation(id))} rows={10}>{(of) => <Loaded of={of} />}</Answered>;
}
