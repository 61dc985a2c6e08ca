/** Somebody else has changed the record while the form was filled: which fields now differ, and whose words go on. */
import { Alert, Button, Form, Space, type FormInstance } from "antd";
import { useMessages } from "./language";
import { messages } from "./messages";
import type { Labels } from "./useRefusals";

interface Props<Values extends object> {
  form: FormInstance<Values>;
  /** The record as it stands now, in the form's own fields. */
  latest: Partial<Values>;
  labels?: Labels;
  onLatest: () => void;
  onMine: () => void;
}

const said = (value: unknown) => JSON.stringify(value ?? null);

function differing(latest: object, typed: object) {
  const own = new Map(Object.entries(typed));
  return Object.entries(latest).flatMap(([field, value]) => (said(value) === said(own.get(field)) ? [] : [field]));
}

export function StaleNotice<Values extends object>({ form, latest, labels = {}, onLatest, onMine }: Props<Values>) {
  const t = useMessages(messages);
  const typed = Form.useWatch<object | undefined>([], { form, preserve: true });
  const names = typed && differing(latest, typed).map((field) => labels[field] ?? field).join(t.comma);
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      title={t.changedByOther}
      description={names ? t.differs(names) : t.differsNowhere}
      action={
        <Space wrap>
          <Button size="small" onClick={onLatest}>{t.takeLatest}</Button>
          <Button size="small" onClick={onMine}>{t.keepMine}</Button>
        </Space>
      }
    />
  );
}
