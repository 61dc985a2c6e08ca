/** One initiator in the form: a person with a document, or a legal person with a credit code. */
import { Button, Form, Input, Select } from "antd";
import { idTypes } from "../idTypes";
import styles from "./InitiatorsEditor.module.css";
import { initiatorKinds } from "./messages";
import type { InitiatorIn } from "./queries";

interface Props {
  /** The row's place in the list, as the server's pointers count. */
  place: number;
  onRemove?: () => void;
}

const required = (message: string) => [{ required: true, whitespace: true, message }];

export function InitiatorRow({ place, onRemove }: Props) {
  const kind = Form.useWatch<InitiatorIn["kind"]>(["initiators", place, "kind"]) ?? "natural";
  return (
    <fieldset className={styles.row}>
      <legend>{place + 1} · {initiatorKinds[kind]}</legend>
      <Form.Item name={[place, "kind"]} hidden><Input /></Form.Item>
      <Form.Item name={[place, "name"]} label={kind === "natural" ? "姓名" : "单位名称"} rules={required("请填写发起人")}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      {kind === "natural" ? (
        <>
          <Form.Item name={[place, "id_type"]} label="证件类型" rules={[{ required: true, message: "请选择证件类型" }]}><Select placeholder="请选择" options={idTypes} /></Form.Item>
          <Form.Item name={[place, "id_number"]} label="证件号码" rules={required("请填写证件号码")}><Input maxLength={30} autoComplete="off" /></Form.Item>
        </>
      ) : (
        <Form.Item name={[place, "uscc"]} label="统一社会信用代码" className={styles.wide} rules={required("请填写统一社会信用代码")}>
          <Input maxLength={18} autoComplete="off" />
        </Form.Item>
      )}
      {onRemove && <Button type="link" danger className={styles.remove} onClick={onRemove}>移除</Button>}
    </fieldset>
  );
}
