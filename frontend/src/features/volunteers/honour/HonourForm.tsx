/** 为志愿者申请星级: by the public number, for somebody who serves with the organisation or lives in the area. */
import { Form, Input, Radio } from "antd";
import { useSearchParams } from "react-router";
import { FormPage } from "@/ui/FormPage";
import { apply, type ApplicationIn, type Honour } from "./queries";
import { starChoices } from "./states";

type Values = Omit<ApplicationIn, "stars"> & { stars: string };

export default function HonourForm() {
  const number = useSearchParams()[0].get("number");
  return (
    <FormPage<Values, Honour>
      title="为志愿者申请星级"
      advice="只按已确认的服务时长认定：一星 100 小时、二星 300、三星 600、四星 1000、五星 1500。申请由另一账号审核，公示至少五个工作日。"
      draft="volunteers/honours/new"
      secret={["volunteer_number"]}
      initial={{ volunteer_number: number ?? undefined, statement: "" }}
      submit={({ stars, ...rest }) => apply({ ...rest, stars: Number(stars) })}
      done={({ id }) => `/volunteers/honours/${id}`}
      act="提交申请"
    >
      <Form.Item name="volunteer_number" label="志愿者编号" rules={[{ required: true, pattern: /^[0-9]{16}$/, message: "请填写 16 位志愿者编号" }]}><Input maxLength={16} /></Form.Item>
      <Form.Item name="stars" label="申请星级" rules={[{ required: true, message: "请选择星级" }]}><Radio.Group options={starChoices} /></Form.Item>
      <Form.Item name="statement" label="申请说明" extra="主要服务事迹；审核人看到，不公开"><Input.TextArea rows={4} maxLength={500} showCount /></Form.Item>
    </FormPage>
  );
}
