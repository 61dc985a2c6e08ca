/** A form: the server's refusals land on their fields, what is typed survives a reload, leaving unsaved is asked. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form } from "antd";
import { useRef, useState, type ReactNode } from "react";
import { useNavigate } from "react-router";
import { asProblem, type FieldError } from "@/api/problem";
import { dropDraft, keepDraft, readDraft } from "./draft";
import styles from "./FormPage.module.css";
import { useMessages } from "./language";
import { LeaveGuard } from "./LeaveGuard";
import { messages } from "./messages";
import { place } from "./pointers";
import { ProblemAlert } from "./ProblemAlert";
import { useTitle } from "./useTitle";

export interface FormPageProps<Values extends object, Result> {
  title: string;
  /** One sentence on what this is for and what happens next. */
  advice?: ReactNode;
  /** Names the draft: `projects/need/new`, or with the record's id. */
  draft: string;
  /** Fields, at any depth, that no draft may keep: passwords, identity numbers. */
  secret?: string[];
  initial?: Partial<Values>;
  submit: (values: Values) => Promise<Result>;
  /** Where the reader goes afterwards. */
  done: (result: Result) => string;
  /** The word of the act: 提交, 备案, 公示, … */
  act?: string;
  /** `Form.Item`s named after the fields of the request body. */
  children: ReactNode;
}

export function FormPage<Values extends object, Result>(props: FormPageProps<Values, Result>) {
  const { title, advice, draft, secret, initial, submit, done, act, children } = props;
  const t = useMessages(messages);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [kept, setKept] = useState(() => readDraft<Values>(draft));
  const [unplaced, setUnplaced] = useState<FieldError[]>([]);
  const unsaved = useRef(kept !== null);
  useTitle(title);

  const sending = useMutation({
    mutationFn: submit,
    onSuccess: async (result) => {
      unsaved.current = false;
      dropDraft(draft);
      await queries.invalidateQueries();
      void navigate(done(result), { replace: true });
    },
    onError: (error) => {
      const found = place(asProblem(error).errors, form.getFieldsError().map(({ name }) => name));
      setUnplaced(found.unplaced);
      form.setFields(found.placed as unknown as Parameters<typeof form.setFields>[0]);
      const first = found.placed[0];
      if (first) form.scrollToField(first.name, { focus: true });
    },
  });

  function startOver() {
    dropDraft(draft);
    setKept(null);
    unsaved.current = false;
    form.resetFields();
    // The form was born with the draft, so resetting alone would bring it back.
    const blank = Object.keys(form.getFieldsValue(true) as object).map((name) => [name, initial?.[name as keyof Values]]);
    form.setFieldsValue(Object.fromEntries(blank) as never);
  }

  return (
    <div className={styles.page}>
      <h1>{title}</h1>
      {advice && <p className={styles.advice}>{advice}</p>}
      {kept && <Alert className={styles.note} type="info" title={t.draftKept} action={<Button size="small" onClick={startOver}>{t.draftDrop}</Button>} />}
      {sending.error && <div className={styles.note}><ProblemAlert error={sending.error} unplaced={unplaced} onReload={asProblem(sending.error).status === 412 ? () => void queries.invalidateQueries() : undefined} /></div>}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ ...initial, ...kept }}
        scrollToFirstError={{ focus: true }}
        onValuesChange={() => {
          unsaved.current = true;
          keepDraft(draft, form.getFieldsValue(true), secret);
        }}
        onFinish={(values) => sending.mutate(values)}
      >
        {children}
        <div className={styles.acts}>
          <Button type="primary" htmlType="submit" loading={sending.isPending}>{act ?? t.submit}</Button>
          <Button onClick={() => void navigate(-1)}>{t.back}</Button>
        </div>
      </Form>
      <LeaveGuard unsaved={unsaved} />
    </div>
  );
}
