/** 设定新目标: for the city or one town, from a day on; the one before stays as it was. */
import { Checkbox, Form, Input, InputNumber, Select, Skeleton } from "antd";
import { useSearchParams } from "react-router";
import { AreaSelect } from "@/ui/AreaSelect";
import { choices } from "@/ui/choices";
import { DayInput } from "@/ui/DayInput";
import { FormPage } from "@/ui/FormPage";
import { dayOf } from "@/ui/times";
import { within } from "@/ui/within";
import { useOwnArea } from "../useOwnArea";
import { aims, isByOrganKind, isShare, isWhole, organKinds, unitWord } from "./messages";
import { set, type Aim, type OrganKind, type Target, type TargetIn } from "./queries";

const PERCENT = 100;
const DECIMALS = 6;

const chosen = (what: string) => [{ required: true, message: `请选择${what}` }];
const filled = (what: string) => [{ required: true, whitespace: true, message: `请填写${what}` }];

/** Shares are typed in percent and sent as shares; an organ kind chosen before the indicator changed is not sent. */
const sent = (values: TargetIn): TargetIn => ({
  ...values,
  value: isShare(values.indicator) ? Number((values.value / PERCENT).toFixed(DECIMALS)) : values.value,
  organ_kind: isByOrganKind(values.indicator) ? values.organ_kind : null,
});

function ValueItem() {
  const indicator = Form.useWatch<Aim | undefined>("indicator");
  const share = isShare(indicator);
  return (
    <Form.Item name="value" label="目标值" rules={[{ required: true, message: "请填写目标值" }, within(0, share ? PERCENT : undefined)]}>
      <InputNumber precision={isWhole(indicator) ? 0 : 2} suffix={share ? "%" : unitWord(indicator)} style={{ width: 180 }} />
    </Form.Item>
  );
}

function OrganKindItem() {
  if (!isByOrganKind(Form.useWatch<Aim>("indicator"))) return null;
  return <Form.Item name="organ_kind" label="组织形态" rules={chosen("组织形态")} extra="居委会和村委会的目标分别设定"><Select placeholder="请选择" options={choices(organKinds)} /></Form.Item>;
}

export default function TargetForm() {
  const own = useOwnArea();
  const [params] = useSearchParams();
  if (!own) return <Skeleton active={false} paragraph={{ rows: 8 }} />;
  const asked = { indicator: params.get("indicator") as Aim | null, organ_kind: params.get("organ_kind") as OrganKind | null };
  return (
    <FormPage<TargetIn, Target>
      title="设定新目标"
      advice="新目标自生效日起取代同一指标的现行目标；已设定的目标不更改、不删除。"
      draft="assessment/target/new"
      initial={{ area_id: params.get("area_id") ?? own, valid_from: dayOf(new Date()), assumption: false, ...(asked.indicator && { indicator: asked.indicator }), ...(asked.organ_kind && { organ_kind: asked.organ_kind }) }}
      submit={(values) => set(sent(values))}
      done={({ id }) => `/assessment/targets/${id}`}
      act="设定"
    >
      <Form.Item name="indicator" label="指标" rules={chosen("指标")}><Select placeholder="请选择" options={choices(aims)} /></Form.Item>
      <OrganKindItem />
      <Form.Item name="area_id" label="适用片区" rules={chosen("适用片区")} extra="全市，或单独为一个镇街（园区）设定；单独设定的取代全市目标"><AreaSelect allowClear={false} /></Form.Item>
      <ValueItem />
      <Form.Item name="valid_from" label="生效日期" rules={chosen("生效日期")}><DayInput /></Form.Item>
      <Form.Item name="deadline" label="完成期限" extra="没有期限的留空"><DayInput /></Form.Item>
      <Form.Item name="source" label="依据的文件" rules={filled("依据的文件")}><Input maxLength={300} /></Form.Item>
      <Form.Item name="clause" label="条款"><Input maxLength={100} /></Form.Item>
      <Form.Item name="assumption" valuePropName="checked"><Checkbox>没有文件直接规定，作为假设使用</Checkbox></Form.Item>
    </FormPage>
  );
}
