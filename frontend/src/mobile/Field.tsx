/** One labelled input of a phone form, with its mistake beneath. */
import type { InputHTMLAttributes, ReactNode } from "react";
import { Labelled } from "./Labelled";

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  mistake?: string;
  /** A button beside the input. */
  beside?: ReactNode;
}

export function Field({ label, mistake, beside, ...input }: Props) {
  return (
    <Labelled label={label} mistake={mistake}>
      {(described) => (
        <>
          <input {...input} {...described} />
          {beside}
        </>
      )}
    </Labelled>
  );
}
