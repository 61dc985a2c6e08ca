/** What is to be bought and how, in drafting as in correcting. */
import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { yuan } from "@/ui/amounts";
import { choices } from "@/ui/choices";
import { FilesItem } from "@/ui/FilesItem";
import { InstantInput } from "@/ui/InstantInput";
import { MoneyInput } from "@/ui/MoneyInput";
import { OrganisationSelect } from "@/ui/OrganisationSelect";
import { within } from "@/ui/within";
import type { Line } from "../budget/queries";
import rows from "@/ui/Rows.module.css";
import { CriteriaEditor } from "./CriteriaEditor";
import type { CriterionRow } from "./criteria";
import { catalogue, type MethodRule, type PurchaseIn } from "./queries";
import { methods } from "./states";
import { isTooNear, saysDeadline, useMethod } from "./useMethod";

export type PurchaseValues = Omit<PurchaseIn, "criteria"> & { criteria: CriterionRow[] };

const MOST_INVITED = 20;

/** By the fields of the request. */
export const purchaseLabels = {
  line_id: "预算明细",
  title: "采购名称",
  requirement: "采购需求",
  catalogue_code: "购买内容",
  method: "采购方式",
  ceiling_fen: "最高限价",
  criteria: "评审因素",
  invited_ids: "受邀组织",
  attachment_ids: "采购文件",
  bids_due_at: "投标截止时间",
  contact_office: "联系处室",
  contact_phone: "联系电话",
};

/** As the chosen way of buying has it: the deadline that an announcement of today may set. */
function Deadline() {
  const rule = useMethod(Form.useWatch<PurchaseValues["method"] | undefined>("method"));
  const late = {
    validator: (_rule: unknown, due?: string) => (due && rule && isTooNear(due, rule) ? Promise.reject(new Error(saysDeadline(rule))) : Promise.resolve()),
  };
  return (
    <Form.Item name="bids_due_at" label={purchaseLabels.bids_due_at} dependencies={["method"]} extra={rule && saysDeadline(rule)} rules={[{ required: true, message: "请选择投标截止时间" }, late]}>
      <InstantInput />
    </Form.Item>
  );
}

/** Whom it may be put to, as the chosen way of buying has it. */
function saysInvited(rule: MethodRule | undefined) {
  if (!rule) return "邀请招标、单一来源和直接委托的填写，只有受邀的组织可以投标；其他方式不填。";
  return rule.invited ? `${methods[rule.method]}：邀请不少于 ${rule.least_bids} 家，只有受邀的组织可以投标。` : `${methods[rule.method]}不邀请供应商，不填。`;
}

function Invited() {
  const rule = useMethod(Form.useWatch<PurchaseValues["method"] | undefined>("method"));
  return (
    <Form.List name="invited_ids">
      {(items, { add, remove }, { errors }) => (
        <fieldset className={rows.editor}>
          <legend>受邀组织</legend>
          <p className="muted">{saysInvited(rule)}</p>
          {items.map(({ key, name }) => (
            <div key={key} className={rows.removable}>
              <Form.Item name={name} label={`受邀组织 ${name + 1}`} rules={[{ required: true, message: "请选择组织" }]}><OrganisationSelect /></Form.Item>
              <Button type="link" danger onClick={() => remove(name)} aria-label={`移除受邀组织 ${name + 1}`}>移除</Button>
            </div>
          ))}
          {items.length < MOST_INVITED && <Button onClick={() => add(undefined)}>添加受邀组织</Button>}
          <Form.ErrorList errors={errors} />
        </fieldset>
      )}
    </Form.List>
  );
}

export function PurchaseFields({ lines }: { lines: Line[] }) {
  const items = useQuery({ ...catalogue, staleTime: Infinity }).data ?? [];
  return (
    <>
      <Form.Item name="line_id" label={purchaseLabels.line_id} rules={[{ required: true, message: "请选择所用的预算明细" }]}>
        <Select options={lines.map(({ id, purpose, committed_fen }) => ({ value: id, label: `${purpose}（余额 ${yuan(committed_fen)} 元）` }))} placeholder="请选择" />
      </Form.Item>
      <Form.Item name="title" label={purchaseLabels.title} rules={[{ required: true, whitespace: true, min: 2, message: "请填写采购名称" }]}><Input maxLength={100} showCount /></Form.Item>
      <Form.Item name="requirement" label={purchaseLabels.requirement} extra="服务对象、内容、次数、人员和验收要求" rules={[{ required: true, whitespace: true, min: 10, message: "请写明采购需求，至少十个字" }]}>
        <Input.TextArea autoSize={{ minRows: 5 }} maxLength={5000} showCount />
      </Form.Item>
      <Form.Item name="catalogue_code" label={purchaseLabels.catalogue_code} rules={[{ required: true, message: "请选择购买内容" }]}>
        <Select options={items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))} placeholder="政府购买服务指导性目录" showSearch={{ optionFilterProp: "label" }} />
      </Form.Item>
      <div className={rows.pair}>
        <Form.Item name="method" label={purchaseLabels.method} rules={[{ required: true, message: "请选择采购方式" }]}><Select options={choices(methods)} placeholder="请选择" /></Form.Item>
        <Form.Item name="ceiling_fen" label={purchaseLabels.ceiling_fen} rules={[{ required: true, message: "请填写最高限价" }, within(1)]}><MoneyInput /></Form.Item>
        <Deadline />
      </div>
      <div className={rows.pair}>
        <Form.Item name="contact_office" label={purchaseLabels.contact_office} extra="随公告公开，供投标人询问；不填个人" rules={[{ required: true, whitespace: true, min: 2, message: "请填写联系处室" }]}><Input maxLength={100} autoComplete="off" /></Form.Item>
        <Form.Item name="contact_phone" label={purchaseLabels.contact_phone} extra="处室的固定电话，带区号" rules={[{ required: true, whitespace: true, message: "请填写联系电话" }]}><Input type="tel" maxLength={30} autoComplete="off" /></Form.Item>
      </div>
      <CriteriaEditor />
      <Invited />
      <FilesItem service="projects" name="attachment_ids" label={purchaseLabels.attachment_ids} />
      <p className="muted">公告以后，任何人都可以下载。</p>
    </>
  );
}
