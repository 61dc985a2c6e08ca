/** What a project is planned to be, in drafting as in correcting. */
import { Button, Form, Input } from "antd";
import { DayInput } from "@/ui/DayInput";
import { MoneyInput } from "@/ui/MoneyInput";
import { OrganisationSelect } from "@/ui/OrganisationSelect";
import { within } from "@/ui/within";
import { DeliberationSelect } from "../deliberation/DeliberationSelect";
import styles from "./ProjectFields.module.css";
import { NeedsPicker } from "./NeedsPicker";

const MOST_GOALS = 20;

/** By the fields of the request. */
export const projectLabels = {
  need_ids: "所依据的需求",
  deliberation_id: "议事协商",
  title: "项目名称",
  goals: "目标",
  budget_fen: "预算",
  starts_on: "开始日期",
  ends_on: "结束日期",
  organisation_id: "承接组织",
};

function Goals() {
  return (
    <Form.List name="goals">
      {(rows, { add, remove }, { errors }) => (
        <fieldset className={styles.goals} aria-label="目标">
          {rows.map(({ key, name }) => (
            <div key={key} className={rows.length > 1 ? styles.goal : undefined}>
              <Form.Item name={name} label={`目标 ${name + 1}`} rules={[{ required: true, whitespace: true, min: 2, message: "请写明可以检验的目标" }]}>
                <Input maxLength={200} placeholder="如：为 30 位独居长者每周送餐两次" />
              </Form.Item>
              {rows.length > 1 && <Button type="link" danger onClick={() => remove(name)} aria-label={`移除目标 ${name + 1}`}>移除</Button>}
            </div>
          ))}
          {rows.length < MOST_GOALS && <Button onClick={() => add("")}>添加目标</Button>}
          <Form.ErrorList errors={errors} />
        </fieldset>
      )}
    </Form.List>
  );
}

export function ProjectFields() {
  return (
    <>
      <Form.Item
        name="need_ids"
        label={projectLabels.need_ids}
        extra="须在同一村（社区）或同一镇街；项目落在它们共同的片区"
        rules={[{ required: true, message: "项目必须从需求出发，请选择需求" }]}
      >
        <NeedsPicker />
      </Form.Item>
      <Form.Item name="deliberation_id" label={projectLabels.deliberation_id} extra="由协商达成一致而来的，选那次协商；须在同一片区"><DeliberationSelect /></Form.Item>
      <Form.Item name="title" label={projectLabels.title} rules={[{ required: true, whitespace: true, min: 2, message: "请填写项目名称" }]}>
        <Input maxLength={100} showCount />
      </Form.Item>
      <Goals />
      <Form.Item name="budget_fen" label={projectLabels.budget_fen} rules={[{ required: true, message: "请填写预算，没有经费的填 0" }, within(0)]}><MoneyInput /></Form.Item>
      <div className={styles.period}>
        <Form.Item name="starts_on" label={projectLabels.starts_on} rules={[{ required: true, message: "请选择开始日期" }]}><DayInput /></Form.Item>
        <Form.Item name="ends_on" label={projectLabels.ends_on} rules={[{ required: true, message: "请选择结束日期" }]}><DayInput /></Form.Item>
      </div>
      <Form.Item name="organisation_id" label={projectLabels.organisation_id} extra="由本组织负责人起草而不填的，为本组织"><OrganisationSelect /></Form.Item>
    </>
  );
}
