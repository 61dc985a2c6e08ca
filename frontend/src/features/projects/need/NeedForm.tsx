/** 登记需求: heard in a forum, on a visit, by phone or in a questionnaire, and recorded for the residents. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input, InputNumber, Select, Skeleton } from "antd";
import { me } from "@/api/session";
import { AreaSelect } from "@/ui/AreaSelect";
import { FormPage } from "@/ui/FormPage";
import { within } from "@/ui/within";
import { categoryProvenance, useCategories } from "./CategoryName";
import { given } from "./contact";
import { raise, type Need, type NeedBody } from "./queries";
import { SourceFields } from "./SourceFields";

const MOST_PERSONS = 100_000;

export default function NeedForm() {
  const { data: account, isPending } = useQuery({ ...me, staleTime: Infinity });
  const categories = useCategories();
  if (isPending) return <Skeleton active={false} paragraph={{ rows: 10 }} />;
  // A community's own clerk and social worker record for that community and need not choose it.
  const own = account?.grants.find(({ role }) => role === "community_officer" || role === "social_worker")?.area_id;
  return (
    <FormPage<NeedBody, Need>
      title="登记需求"
      advice="登记后由村（社区）受理入池、并入同类需求或说明不予受理的理由。"
      draft="projects/need/new"
      secret={["contact"]}
      initial={{ area_id: own, persons_affected: 1, description: "" }}
      submit={(values) => raise({ ...values, contact: given(values.contact) })}
      done={({ id }) => `/projects/needs/${id}`}
      act="登记"
    >
      <Form.Item name="area_id" label="所在村（社区）" rules={[{ required: true, message: "请选择村（社区）" }]}><AreaSelect /></Form.Item>
      <Form.Item name="title" label="需求名称" rules={[{ required: true, whitespace: true, min: 2, message: "请用两个字以上说明需要什么" }]}><Input maxLength={100} showCount /></Form.Item>
      <Form.Item name="category" label="类别" extra={categoryProvenance(categories)} rules={[{ required: true, message: "请选择类别" }]}>
        <Select placeholder="请选择" options={categories.map(({ code, name }) => ({ value: code, label: name }))} />
      </Form.Item>
      <Form.Item name="description" label="说明"><Input.TextArea rows={4} maxLength={2000} showCount /></Form.Item>
      <Form.Item name="persons_affected" label="涉及人数" rules={[{ required: true, message: "请填写人数" }, within(1, MOST_PERSONS)]}><InputNumber precision={0} suffix="人" style={{ width: "100%" }} /></Form.Item>
      <SourceFields />
    </FormPage>
  );
}
