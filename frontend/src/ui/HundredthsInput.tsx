/** A number typed with two decimals and kept in whole hundredths, such as points. */
import { InputNumber } from "antd";

const WHOLE = 100;

interface Props {
  id?: string;
  value?: number | null;
  onChange?: (hundredths: number | null) => void;
  suffix: string;
  placeholder?: string;
}

export function HundredthsInput({ id, value, onChange, suffix, placeholder }: Props) {
  return (
    <InputNumber<number>
      id={id}
      style={{ inlineSize: "100%" }}
      precision={2}
      min={0}
      suffix={suffix}
      placeholder={placeholder}
      value={value === null || value === undefined ? null : value / WHOLE}
      onChange={(typed) => onChange?.(typed === null ? null : Math.round(typed * WHOLE))}
    />
  );
}
