/** 按证件号码查找: exact, masked, and the number is kept nowhere. */
import { useMutation } from "@tanstack/react-query";
import { Form, Input, Modal, Select } from "antd";
import { asProblem } from "@/api/problem";
import { choices } from "@/ui/choices";
import { place } from "@/ui/pointers";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { FoundVolunteers } from "./FoundVolunteers";
import { idTypes } from "./messages";
import { search, type Search } from "./queries";

export function SearchDialog({ onClose }: { onClose: () => void }) {
  const [form] = Form.useForm<Search>();
  const asking = useMutation({
    mutationFn: search,
    gcTime: 0,
    onError: (error) => {
      const { placed } = place(asProblem(error).errors, form.getFieldsError().map(({ name }) => name));
      form.setFields(placed as unknown as Parameters<typeof form.setFields>[0]);
    },
  });
  return (
    <Modal open title="按证件号码查找" okText="查找" cancelText="返回" confirmLoading={asking.isPending} onOk={form.submit} onCancel={onClose}>
      <Form<Search> form={form} layout="vertical" requiredMark={false} initialValues={{ id_type: "resident_id" }} onFinish={(values) => asking.mutate(values)}>
        <Form.Item name="id_type" label="证件类型"><Select placeholder="请选择" options={choices(idTypes)} /></Form.Item>
        <Form.Item name="id_number" label="证件号码" extra="只在辖区内查找；号码不写入地址和日志" rules={[{ required: true, whitespace: true, message: "请填写证件号码" }]}>
          <Input maxLength={30} autoComplete="off" autoFocus />
        </Form.Item>
      </Form>
      {asking.error && <ProblemAlert error={asking.error} />}
      {asking.data && <FoundVolunteers found={asking.data} />}
    </Modal>
  );
}
