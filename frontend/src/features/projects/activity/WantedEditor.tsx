/** The volunteers wanted, role by role. */
import { AutoComplete, Button, Form, Input, InputNumber, Select } from "antd";
import { knownSkills } from "@/ui/skills";
import { within } from "@/ui/within";
import { CourseSelect } from "./CourseSelect";
import { knownRoles, newRow } from "./wanted";
import styles from "./WantedEditor.module.css";

const MOST_ROLES = 30;
const MOST_PERSONS = 10_000;
const OLDEST = 120;
const MOST_ASKED = 10;

function Row({ place, onRemove }: { place: number; onRemove: () => void }) {
  return (
    <fieldset className={styles.row} aria-label={`岗位 ${place + 1}`}>
      <Form.Item name={[place, "role"]} hidden><Input /></Form.Item>
      <Form.Item name={[place, "name"]} label="岗位" rules={[{ required: true, whitespace: true, message: "请填写岗位" }]}>
        <AutoComplete options={knownRoles.map((value) => ({ value }))} showSearch={{ filterOption: true }} maxLength={50} />
      </Form.Item>
      <Form.Item name={[place, "count"]} label="人数" rules={[{ required: true, message: "请填写人数" }, within(1, MOST_PERSONS)]}><InputNumber precision={0} suffix="人" /></Form.Item>
      <Form.Item name={[place, "minimum_age"]} label="最低年龄" rules={[{ required: true, message: "不限的填 0" }, within(0, OLDEST)]}><InputNumber precision={0} suffix="岁" /></Form.Item>
      <Form.Item name={[place, "maximum_age"]} label="最高年龄" rules={[within(0, OLDEST)]}><InputNumber precision={0} suffix="岁" placeholder="不限" /></Form.Item>
      <Form.Item name={[place, "skills"]} label="须具备的技能" className={styles.wide}>
        <Select mode="tags" maxCount={MOST_ASKED} placeholder="不要求" options={knownSkills.map((value) => ({ value }))} />
      </Form.Item>
      <Form.Item name={[place, "training_ids"]} label="须先完成的培训" className={styles.wide}><CourseSelect most={MOST_ASKED} /></Form.Item>
      <Button type="link" danger className={styles.remove} onClick={onRemove} aria-label={`移除岗位 ${place + 1}`}>移除</Button>
    </fieldset>
  );
}

export function WantedEditor() {
  return (
    <Form.List name="wanted">
      {(rows, { add, remove }, { errors }) => (
        <fieldset className={styles.editor}>
          <legend>招募志愿者</legend>
          {rows.length === 0 && <p className="muted">不招募志愿者。</p>}
          {rows.map(({ key, name }) => <Row key={key} place={name} onRemove={() => remove(name)} />)}
          {rows.length < MOST_ROLES && <Button onClick={() => add(newRow)}>添加岗位</Button>}
          <Form.ErrorList errors={errors} />
        </fieldset>
      )}
    </Form.List>
  );
}
