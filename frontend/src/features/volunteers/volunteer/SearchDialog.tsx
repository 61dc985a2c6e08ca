/** 按证件号码查找: exact, masked, and the number is kept nowhere. */
import { Form, Input, Select } from "antd";
import { useState } from "react";
import { ActDialog } from "@/ui/ActDialog";
import { choices } from "@/ui/choices";
import { FoundVolunteers } from "./FoundVolunteers";
import { idTypes } from "./messages";
import { search, type Search } from "./queries";

type Found = Awaited<ReturnType<typeof search>>;

export function SearchDialog({ onClose }: { onClose: () => void }) {
  const [found, find] = useState<Found | null>(null);
  return (
    <ActDialog<Search, Found> act="按证件号码查找" initial={{ id_type: "resident_id" }} submit={search} onDone={find} onClose={onClose}>
      <Form.Item name="id_type" label="证件类型"><Select placeholder="请选择" options={choices(idTypes)} /></Form.Item>
      <Form.Item name="id_number" label="证件号码" extra="只在辖区内查找；号码不写入地址和日志" rules={[{ required: true, whitespace: true, message: "请填写证件号码" }]}>
        <Input maxLength={30} autoComplete="off" autoFocus />
      </Form.Item>
      {found && <FoundVolunteers found={found} />}
    </ActDialog>
  );
}
