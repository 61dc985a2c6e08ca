/** One labelled input of a phone form, with its mistake beneath. */
import { useId, type InputHTMLAttributes, type ReactNode } from "react";
import styles from "./Field.module.css";

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  mistake?: string;
  /** A button beside the input. */
  beside?: ReactNode;
}

export function Field({ label, mistake, beside, ...input }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.row}>
        <input id={id} {...input} aria-invalid={mistake ? true : undefined} aria-describedby={mistake ? `${id}-mistake` : undefined} />
        {beside}
      </div>
      {mistake && <p id={`${id}-mistake`} role="alert">{mistake}</p>}
    </div>
  );
}
