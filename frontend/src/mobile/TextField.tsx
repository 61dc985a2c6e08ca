/** One labelled text of several lines. */
import type { TextareaHTMLAttributes } from "react";
import { Labelled } from "./Labelled";

interface Props extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  label: string;
  mistake?: string;
}

export function TextField({ label, mistake, ...area }: Props) {
  return <Labelled label={label} mistake={mistake}>{(described) => <textarea rows={4} {...area} {...described} />}</Labelled>;
}
