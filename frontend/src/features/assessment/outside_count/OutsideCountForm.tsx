/** 登记外部统计数: with its day and its source; it stands beside our own figure and enters none. */
import { Form, Input, InputNumber, Select, Skeleton } from "antd";
import { useSearchParams } from "react-router";
import { AreaSelect } from "@/ui/AreaSelect";
import { choices } from "@/ui/choices";
import { DayInput } from "@/ui/DayInput";
import { FormPage } from "@/ui/FormPage";
import { within } from "@/ui/within";
import { useOwnArea } from "../useOwnArea";
import { countNames } from "./messages";
import { enter, type OutsideCount, type OutsideCountIn } from "./queries";

const chosen = (what: string) => [{ required: true, message: `请选择${what}` }];
const filled = (what: string) => [{ required: true, whitespace: true, message: `请填写${what}` }];

export default function OutsideCountForm() {
  const own = useOwnArea();
  const [params] = useSearchParams();
  if (!own) return <Skeleton active={false} paragraph={{ rows: 8 }} />;
  return (
    <FormPage<OutsideCountIn, OutsideCount>
      title="登记外部统计数"
      advice="登记其他系统公布的统计数，写明日期和出处；只作对照，不并入本系统的任何数字。有误的撤回后重新登记。"
      draft="assessment/outside-counts/new"
      initial={{ area_id: params.get("area_id") ?? own, system: "i志愿" }}
      submit={enter}
      done={({ id }) => `/assessment/outside-counts/${id}`}
      act="登记"
    >
      <Form.Item name="area_id" label="片区" rules={chosen("片区")} extra="全市或一个镇街（园区）"><AreaSelect /></Form.Item>
      <Form.Item name="system" label="系统" rules={filled("系统")}><Input maxLength={60} /></Form.Item>
      <Form.Item name="counts" label="统计对象" rules={chosen("统计对象")} extra="“志愿者人数”可能指账号、志愿者证或活跃志愿者，请分清"><Select placeholder="请选择" options={choices(countNames)} /></Form.Item>
      <Form.Item name="value" label="数值" rules={[{ required: true, message: "请填写数值" }, within(0)]}><InputNumber precision={0} style={{ width: 200 }} /></Form.Item>
      <Form.Item name="counted_on" label="统计日期" rules={chosen("统计日期")}><DayInput /></Form.Item>
      <Form.Item name="source" label="来源" rules={filled("来源")} extra="文件、通报或网页的名称和期号"><Input maxLength={300} /></Form.Item>
    </FormPage>
  );
}
