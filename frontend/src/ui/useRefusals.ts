/** Lays a refusal's sentences on the fields they are about; what no field shows is left over for the alert. */
import type { FormInstance } from "antd";
import { useState } from "react";
import { asProblem } from "@/api/problem";
import { place, type FieldPath } from "./pointers";

/** Fields by their names on screens, for sentences about one that the form does not show. */
export type Labels = Record<string, string>;

export function useRefusals<Values extends object>(form: FormInstance<Values>, labels: Labels = {}) {
  const [unplaced, setUnplaced] = useState<string[]>([]);

  /** Answers with the first field that was refused. */
  function show(error: unknown): FieldPath | undefined {
    const { placed, unplaced: left } = place(asProblem(error).errors, form.getFieldsError().map(({ name }) => name));
    setUnplaced(left.map(({ pointer, title }) => [labels[pointer.split("/")[1] ?? ""], title].filter(Boolean).join("：")));
    // Their type wants names of this form's fields, which is what `place` answers with.
    form.setFields(placed as unknown as Parameters<typeof form.setFields>[0]);
    return placed[0]?.name;
  }
  return { unplaced, show };
}
