/** One labelled choice of a phone form: the phone's own list, which everybody knows. */
import type { SelectHTMLAttributes } from "react";
import { Labelled } from "./Labelled";

interface Props extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "onChange"> {
  label: string;
  mistake?: string;
  /** Shown while nothing is chosen. */
  nothing: string;
  options: { value: string; label: string }[];
  onChoose: (value: string) => void;
}

export function SelectField({ label, mistake, nothing, options, onChoose, ...select }: Props) {
  return (
    <Labelled label={label} mistake={mistake}>
      {(described) => (
        <select {...select} {...described} onChange={(event) => onChoose(event.target.value)}>
          <option value="">{nothing}</option>
          {options.map(({ value, label: name }) => <option key={value} value={value}>{name}</option>)}
        </select>
      )}
    </Labelled>
  );
}
