/** What was agreed to be done, as rows of a form: each with one who answers for it, and a day. */
import { Button, Form, Input, Select } from "antd";
import { DayInput } from "@/ui/DayInput";
import { OrganisationSelect } from "@/ui/OrganisationSelect";
import { roleNames } from "@/ui/roles";
import rows from "@/ui/Rows.module.css";
import type { ConclusionIn, Deliberation } from "./queries";

type ItemIn = NonNullable<ConclusionIn["items"]>[number];
type Roles = Deliberation["responsible_roles"];
type Side = "community_officer" | "town_officer" | "organisation";

export interface ItemRow {
  what?: string;
  side?: Side;
  organisation_id?: string;
  due_on?: string;
}

const MOST = 50;

const organisation = { value: "organisation", label: "社会组织" };

/** Rows have been filled when they are sent: the form asks for every field. */
export const itemsOf = (items: ItemRow[] = []): ItemIn[] =>
  items.map(({ what = "", side, organisation_id, due_on = "" }) => ({ what, due_on, ...(side === "organisation" ? { organisation_id } : { role: side }) }));

function Row({ place, roles, onRemove }: { place: number; roles: Roles; onRemove: () => void }) {
  const side = Form.useWatch<Side | undefined>(["items", place, "side"]);
  return (
    <fieldset className={rows.row} aria-label={`事项 ${place + 1}`}>
      <legend>事项 {place + 1}</legend>
      <Form.Item className={rows.whole} name={[place, "what"]} label="做什么" rules={[{ required: true, whitespace: true, min: 2, message: "请写明要做什么" }]}><Input maxLength={500} /></Form.Item>
      <Form.Item name={[place, "side"]} label="责任方" rules={[{ required: true, message: "请选择责任方" }]}><Select options={[...roles.map((role) => ({ value: role, label: roleNames[role].zh })), organisation]} placeholder="请选择" /></Form.Item>
      <Form.Item name={[place, "due_on"]} label="办理期限" rules={[{ required: true, message: "请选择办理期限" }]}><DayInput /></Form.Item>
      {side === "organisation" && <Form.Item className={rows.whole} name={[place, "organisation_id"]} label="组织" rules={[{ required: true, message: "请选择组织" }]}><OrganisationSelect /></Form.Item>}
      <Button type="link" danger className={rows.remove} onClick={onRemove} aria-label={`移除事项 ${place + 1}`}>移除</Button>
    </fieldset>
  );
}

export function ItemsEditor({ roles }: { roles: Roles }) {
  return (
    <Form.List name="items">
      {(items, { add, remove }, { errors }) => (
        <fieldset className={rows.editor}>
          <legend>执行事项</legend>
          {items.map(({ key, name }) => <Row key={key} place={name} roles={roles} onRemove={() => remove(name)} />)}
          {items.length < MOST && <Button onClick={() => add({})}>添加事项</Button>}
          <Form.ErrorList errors={errors} />
        </fieldset>
      )}
    </Form.List>
  );
}
