/** The picker behind every day and instant: what is typed is taken by Enter and on leaving, and Enter never submits the form around it. */
import { DatePicker, type DatePickerProps } from "antd";
import type { Dayjs } from "dayjs";
import type { KeyboardEvent } from "react";

/** Enter closes the picker; in a browser it would also press the form's button. */
const keepFromForm = (event: KeyboardEvent) => event.key === "Enter" && event.preventDefault();

export function DateField(props: Omit<DatePickerProps<Dayjs, false>, "onKeyDown" | "needConfirm" | "style">) {
  return <DatePicker {...props} style={{ width: "100%" }} needConfirm={false} onKeyDown={keepFromForm} />;
}
