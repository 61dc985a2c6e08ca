/** A label, what is filled in, and the mistake beneath; every field of a phone form stands in one. */
import { useId, type ReactNode } from "react";
import styles from "./Field.module.css";

interface Described {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
}

interface Props {
  label: string;
  mistake?: string;
  children: (described: Described) => ReactNode;
}

export function Labelled({ label, mistake, children }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.row}>{children({ id, "aria-invalid": mistake ? true : undefined, "aria-describedby": mistake ? `${id}-mistake` : undefined })}</div>
      {mistake && <p id={`${id}-mistake`} role="alert">{mistake}</p>}
    </div>
  );
}
