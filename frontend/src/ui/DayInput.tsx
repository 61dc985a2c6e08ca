/** A day as text (`2026-11-23`), the form the services and the drafts keep. */
import dayjs, { type Dayjs } from "dayjs";
import { DateField } from "./DateField";

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (day: string | undefined) => void;
  disabled?: boolean;
}

export function DayInput({ id, value, onChange, disabled }: Props) {
  return (
    <DateField
      id={id}
      value={value ? dayjs(value) : null}
      onChange={(day: Dayjs | null) => onChange?.(day?.format("YYYY-MM-DD"))}
      disabled={disabled}
    />
  );
}
