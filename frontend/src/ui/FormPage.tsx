/** A form: the server's refusals land on their fields, what is typed survives a reload, leaving unsaved is asked, and nobody's change is overwritten unseen. */
import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Form } from "antd";
import { useRef, useState, type ReactNode } from "react";
import { useNavigate } from "react-router";
import { asProblem } from "@/api/problem";
import { dropDraft, keepDraft, readDraft } from "./draft";
import styles from "./FormPage.module.css";
import { useMessages } from "./language";
import { LeaveGuard } from "./LeaveGuard";
import { messages } from "./messages";
import { ProblemAlert } from "./ProblemAlert";
import { StaleNotice } from "./StaleNotice";
import { useRefresh } from "./useRefresh";
import { useRefusals, type Labels } from "./useRefusals";
import { useTitle } from "./useTitle";

export interface FormPageProps<Values extends object, Result> {
  title: string;
  /** One sentence on what this is for and what happens next. */
  advice?: ReactNode;
  /** Names the draft: `projects/need/new`, or with the record's id. */
  draft: string;
  /** Fields, at any depth, that no draft may keep: passwords, names, numbers of people. */
  secret?: string[];
  initial?: Partial<Values>;
  /** Of the record that `initial` shows, where the form changes one. */
  version?: number;
  /** Names of the fields, where a sentence may be about one that is out of sight. */
  labels?: Labels;
  /** `version` is that of the record the form was filled from. */
  submit: (values: Values, version: number) => Promise<Result>;
  /** Where the reader goes afterwards. */
  done: (result: Result) => string;
  /** The word of the act: 提交, 备案, 公示, … */
  act?: string;
  /** `Form.Item`s named after the fields of the request body. */
  children: ReactNode;
}

export function FormPage<Values extends object, Result>(props: FormPageProps<Values, Result>) {
  const { title, advice, draft, secret, initial, version, labels, submit, done, act, children } = props;
  const t = useMessages(messages);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [form] = Form.useForm<Values>();
  const [kept, setKept] = useState(() => readDraft<Values>(draft));
  const [filledFrom, setFilledFrom] = useState(kept?.version ?? version);
  const refusals = useRefusals(form, labels);
  const unsaved = useRef(kept !== null);
  // From the first sending until it is refused: Enter and a click after it are one act, also while the page is left.
  const sent = useRef(false);
  useTitle(title);

  const sending = useMutation({
    mutationFn: (values: Values) => submit(values, filledFrom ?? 0),
    gcTime: 0,
    onSuccess: (result) => {
      unsaved.current = false;
      dropDraft(draft);
      void refresh();
      void navigate(done(result), { replace: true });
    },
    onError: (error) => {
      sent.current = false;
      const first = refusals.show(error);
      if (first) form.scrollToField(first, { focus: true });
    },
  });
  const isStale = filledFrom !== version && !sending.isSuccess;
  const changed = sending.error !== null && asProblem(sending.error).status === 412;

  function keep(from: number | undefined) {
    unsaved.current = true;
    keepDraft(draft, { values: form.getFieldsValue(true) as Partial<Values>, version: from }, secret);
  }

  function send(values: Values) {
    if (sent.current) return;
    sent.current = true;
    sending.mutate(values);
  }

  function startOver() {
    dropDraft(draft);
    setKept(null);
    setFilledFrom(version);
    sending.reset();
    unsaved.current = false;
    // The form was born with the draft, so resetting alone would bring it back.
    const blank = Object.keys(form.getFieldsValue(true) as object).map((name) => [name, undefined]);
    form.resetFields();
    form.setFieldsValue({ ...Object.fromEntries(blank), ...initial } as never);
  }

  /** Knowingly: the reader has been told what the latest says otherwise. */
  function keepMine() {
    setFilledFrom(version);
    sending.reset();
    keep(version);
  }

  return (
    <div className={styles.page}>
      <h1>{title}</h1>
      {advice && <p className={styles.advice}>{advice}</p>}
      {kept && !isStale && (
        <Alert className={styles.note} type="info" title={t.draftKept} action={<Button size="small" onClick={startOver}>{t.draftDrop}</Button>} />
      )}
      {sending.error && !isStale && (
        <div className={styles.note}>
          <ProblemAlert error={sending.error} unplaced={refusals.unplaced} onReload={changed ? () => void refresh() : undefined} />
        </div>
      )}
      {isStale && (
        <div className={styles.note}>
          <StaleNotice form={form} latest={initial ?? {}} labels={labels} onLatest={startOver} onMine={keepMine} />
        </div>
      )}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ ...initial, ...kept?.values }}
        scrollToFirstError={{ focus: true }}
        onValuesChange={() => keep(filledFrom)}
        onFinish={send}
      >
        {children}
        <div className={styles.acts}>
          <Button type="primary" htmlType="submit" disabled={isStale} loading={sending.isPending}>{act ?? t.submit}</Button>
          <Button onClick={() => void navigate(-1)}>{t.back}</Button>
        </div>
      </Form>
      <LeaveGuard unsaved={unsaved} />
    </div>
  );
}
