/** A dialog for an act that needs more than a reason: a few fields, and the server's refusals on them. */
import { useMutation } from "@tanstack/react-query";
import { Form, Modal } from "antd";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { useMessages } from "./language";
import { messages } from "./messages";
import { ProblemAlert } from "./ProblemAlert";
import { useRefresh } from "./useRefresh";
import { useRefusals } from "./useRefusals";

interface Props<Values extends object, Result> {
  /** The word of the act, as the server's button says it. */
  act: string;
  advice?: ReactNode;
  initial?: Partial<Values>;
  submit: (values: Values) => Promise<Result>;
  /** Where it changes no record but answers something; otherwise the dialog closes and the page behind it is asked again. */
  onDone?: (result: Result) => void;
  onClose: () => void;
  /** `Form.Item`s named after the fields of the request body; none where the act is only confirmed. */
  children?: ReactNode;
}

export function ActDialog<Values extends object, Result = unknown>({ act, advice, initial, submit, onDone, onClose, children }: Props<Values, Result>) {
  const t = useMessages(messages);
  const refresh = useRefresh();
  const [form] = Form.useForm<Values>();
  const refusals = useRefusals(form);
  const deed = useMutation({
    mutationFn: submit,
    // What is typed and what is answered can be personal.
    gcTime: 0,
    onSuccess: (result) => {
      if (onDone) return onDone(result);
      void refresh();
      onClose();
    },
    onError: (error: Error) => void refusals.show(error),
  });
  // What was typed stays: the record behind the dialog is the latest then, and the act is sent with its version.
  const reload = () => void refresh().then(() => deed.reset());
  const changed = deed.error !== null && asProblem(deed.error).status === 412;

  return (
    <Modal open closable={false} title={act} okText={act} cancelText={t.back} mask={{ closable: false }} confirmLoading={deed.isPending} onOk={form.submit} onCancel={onClose}>
      {advice && <p className="muted">{advice}</p>}
      {deed.error && <ProblemAlert error={deed.error} unplaced={refusals.unplaced} onReload={changed ? reload : undefined} />}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        style={{ marginBlockStart: 12 }}
        initialValues={initial}
        onFinish={(values) => deed.mutate(values)}
      >
        {children}
      </Form>
    </Modal>
  );
}
