/** A few choices that all stay in sight: one of them, or several; each is a whole button to touch. */
import { useId } from "react";
import styles from "./Choices.module.css";

interface Props {
  legend: string;
  /** For a row of filters that explains itself. */
  legendUnseen?: boolean;
  several?: boolean;
  /** One below the other. */
  stacked?: boolean;
  options: { value: string; label: string }[];
  chosen: string[];
  onChoose: (chosen: string[]) => void;
  mistake?: string;
}

export function Choices({ legend, legendUnseen, several, stacked, options, chosen, onChoose, mistake }: Props) {
  const id = useId();
  const toggled = (value: string) => (chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset className={styles.choices} aria-describedby={mistake ? `${id}-mistake` : undefined}>
      <legend className={legendUnseen ? "unseen" : undefined}>{legend}</legend>
      <div className={stacked ? styles.stack : styles.row}>
        {options.map(({ value, label }) => (
          <label key={value}>
            <input type={several ? "checkbox" : "radio"} name={id} value={value} checked={chosen.includes(value)} aria-invalid={several && mistake ? true : undefined} onChange={() => onChoose(several ? toggled(value) : [value])} />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {mistake && <p id={`${id}-mistake`} role="alert">{mistake}</p>}
    </fieldset>
  );
}
