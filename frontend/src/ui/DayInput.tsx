/** A day as text (`2026-11-23`), the form the services and the drafts keep. */
import { DatePicker } from "antd";
import dayjs from "dayjs";

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (day: string | undefined) => void;
  disabled?: boolean;
}

export function DayInput({ id, value, onChange, disabled }: Props) {
  return (
    <DatePicker
      id={id}
      style={{ width: "100%" }}
      value={value ? dayjs(value) : null}
      onChange={(day: dayjs.Dayjs | null) => onChange?.(day?.format("YYYY-MM-DD"))}
      disabled={disabled}
    />
  );
}
