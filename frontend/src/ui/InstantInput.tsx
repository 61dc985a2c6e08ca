/** A day and minute in this city's time, kept as the RFC 3339 text the services take. */
import dayjs, { type Dayjs } from "dayjs";
import { DateField } from "./DateField";
import { instantOf, minuteOf } from "./times";

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (instant: string | undefined) => void;
  disabled?: boolean;
}

export function InstantInput({ id, value, onChange, disabled }: Props) {
  return (
    <DateField
      id={id}
      showTime={{ format: "HH:mm", minuteStep: 5 }}
      format="YYYY-MM-DD HH:mm"
      value={value ? dayjs(minuteOf(value)) : null}
      onChange={(minute: Dayjs | null) => onChange?.(minute ? instantOf(minute.format("YYYY-MM-DD HH:mm")) : undefined)}
      disabled={disabled}
    />
  );
}
