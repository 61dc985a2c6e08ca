/** 导出所列: what the list's filters in the address show, made in the background and downloaded when it is ready. */
import { useMutation } from "@tanstack/react-query";
import { Button, Checkbox, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { follow } from "@/api/client";
import type { Job } from "@/api/view";
import { JobProgress } from "./JobProgress";
import { useMessages } from "./language";
import { messages } from "./messages";
import { ProblemAlert } from "./ProblemAlert";

interface Props {
  service: "registry" | "volunteers";
  kind: string;
  /** The filters that the service knows, as they stand in the address. */
  filters: readonly string[];
  /** The list shows people masked; in full with a reason. */
  people?: boolean;
}

interface Asked {
  full?: boolean;
  reason?: string;
}

export function ExportButton({ service, kind, filters, people }: Props) {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const [isOpen, open] = useState(false);
  const [form] = Form.useForm<Asked>();
  const full = Form.useWatch("full", form);
  const asking = useMutation({
    mutationFn: ({ full: whole = false, reason }: Asked) => {
      const filtered = Object.fromEntries(filters.filter((name) => params.get(name)).map((name) => [name, params.get(name)]));
      return follow<Job>(`/api/${service}/exports/${kind}`, { method: "POST", body: JSON.stringify({ ...filtered, full: whole, reason: whole ? reason : null }) });
    },
    gcTime: 0,
  });
  const close = () => {
    open(false);
    asking.reset();
  };
  return (
    <>
      <Button onClick={() => open(true)}>{t.exportShown}</Button>
      {isOpen && (
        <Modal open title={t.exportShown} okText="导出" cancelText={t.back} okButtonProps={{ hidden: asking.isSuccess }} confirmLoading={asking.isPending} onOk={form.submit} onCancel={close}>
          {asking.error && <ProblemAlert error={asking.error} />}
          {asking.data ? (
            <JobProgress href={`/api/${service}/jobs/${asking.data.id}`} label="导出" />
          ) : (
            <Form<Asked> form={form} layout="vertical" requiredMark={false} onFinish={(values) => asking.mutate(values)}>
              <p>按当前筛选条件导出为工作簿；导出会留下记录。</p>
              {people && <Form.Item name="full" valuePropName="checked"><Checkbox>导出完整姓名、证件号码和电话</Checkbox></Form.Item>}
              {people && full && <Form.Item name="reason" label="理由" extra="由审计人员查看" rules={[{ required: true, min: 2, message: "请填写理由" }]}><Input maxLength={500} /></Form.Item>}
            </Form>
          )}
        </Modal>
      )}
    </>
  );
}
