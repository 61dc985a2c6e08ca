/** 提出异议: what is held to be wrong, and why; only those who answer it read who objected. */
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { ProblemAlert } from "../ProblemAlert";
import { useRefresh } from "../useRefresh";
import { useRefusals } from "../useRefusals";
import type { NoticeDesk } from "./desk";

export function ObjectionForm({ desk, id }: { desk: NoticeDesk; id: string }) {
  const [form] = Form.useForm<{ text: string }>();
  const refresh = useRefresh();
  const refusals = useRefusals(form);
  const raising = useMutation({
    mutationFn: ({ text }: { text: string }) => desk.object(id, text),
    gcTime: 0,
    onSuccess: () => {
      form.resetFields();
      void refresh();
    },
    onError: (error) => void refusals.show(error),
  });
  return (
    <Form form={form} layout="vertical" style={{ maxInlineSize: 720 }} onFinish={(values) => raising.mutate(values)}>
      {raising.error && <ProblemAlert error={raising.error} unplaced={refusals.unplaced} />}
      <Form.Item name="text" label="异议" extra="写明认为哪里不对、有什么依据；不公开您的姓名" rules={[{ required: true, whitespace: true, min: 10, message: "请写明异议和依据，至少十个字" }]}>
        <Input.TextArea rows={5} maxLength={2000} showCount />
      </Form.Item>
      <Button htmlType="submit" loading={raising.isPending}>提出异议</Button>{" "}
      <span role="status">{raising.isSuccess && "已提出，答复后在“异议”中查看"}</span>
    </Form>
  );
}
