/** The initiators of a filing as rows of a form; each row's fields carry the server's names, so its refusals find them. */
import { Button, Form } from "antd";
import { InitiatorRow } from "./InitiatorRow";
import styles from "./InitiatorsEditor.module.css";
import type { InitiatorIn } from "./queries";

export const newPerson: Partial<InitiatorIn> = { kind: "natural", id_type: "resident_id" };

/** Fields that no draft may keep: rows name people and their documents. */
export const personal = ["initiators"];

const newLegalPerson: Partial<InitiatorIn> = { kind: "legal" };

/** What is sent of a row: fields of the other kind, left behind by an earlier choice, are not. */
export function declared({ kind, name, id_type, id_number, uscc }: InitiatorIn): InitiatorIn {
  return kind === "natural" ? { kind, name, id_type, id_number } : { kind, name, uscc };
}

export function InitiatorsEditor() {
  return (
    <Form.List name="initiators">
      {(rows, { add, remove }, { errors }) => (
        <fieldset className={styles.editor}>
          <legend>发起人</legend>
          {rows.map(({ key, name }) => (
            <InitiatorRow key={key} place={name} onRemove={rows.length > 1 ? () => remove(name) : undefined} />
          ))}
          <div className={styles.acts}>
            <Button onClick={() => add(newPerson)}>添加自然人</Button>
            <Button onClick={() => add(newLegalPerson)}>添加法人</Button>
          </div>
          <Form.ErrorList errors={errors} />
        </fieldset>
      )}
    </Form.List>
  );
}
