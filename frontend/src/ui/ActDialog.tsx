/** A dialog for an act that needs more than a reason: a few fields, and the server's refusals on them. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Form, Modal } from "antd";
import { useState, type ReactNode } from "react";
import { asProblem, type FieldError } from "@/api/problem";
import { useMessages } from "./language";
import { messages } from "./messages";
import { place } from "./pointers";
import { ProblemAlert } from "./ProblemAlert";

interface Props<Values extends object> {
  /** The word of the act, as the server's button says it. */
  act: string;
  advice?: ReactNode;
  submit: (values: Values) => Promise<unknown>;
  onClose: () => void;
  /** `Form.Item`s named after the fields of the request body. */
  children: ReactNode;
}

export function ActDialog<Values extends object>({ act, advice, submit, onClose, children }: Props<Values>) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [unplaced, setUnplaced] = useState<FieldError[]>([]);

  const deed = useMutation({
    mutationFn: submit,
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
    onError: (error) => {
      const found = place(asProblem(error).errors, form.getFieldsError().map(({ name }) => name));
      setUnplaced(found.unplaced);
      form.setFields(found.placed as unknown as Parameters<typeof form.setFields>[0]);
    },
  });
  const reload = () => void queries.invalidateQueries().then(onClose);

  return (
    <Modal open title={act} okText={act} cancelText={t.back} confirmLoading={deed.isPending} onOk={form.submit} onCancel={onClose}>
      {advice && <p className="muted">{advice}</p>}
      {deed.error && <ProblemAlert error={deed.error} unplaced={unplaced} onReload={asProblem(deed.error).status === 412 ? reload : undefined} />}
      <Form<Values> form={form} layout="vertical" requiredMark={false} style={{ marginBlockStart: 12 }} onFinish={(values) => deed.mutate(values)}>
        {children}
      </Form>
    </Modal>
  );
}
