/** A value of an indicator: shares are typed in percent, the rest in its own unit; both are kept in millionths. */
import { InputNumber } from "antd";
import { wordOf } from "../amounts";

const MILLION = 1_000_000;
const PERCENT = 10_000;

interface Props {
  id?: string;
  value?: number | null;
  onChange?: (millionths: number | null) => void;
  unit: string | undefined;
}

export function MillionthsInput({ id, value, onChange, unit }: Props) {
  const one = unit === "ratio" ? PERCENT : MILLION;
  return (
    <InputNumber<number>
      id={id}
      style={{ inlineSize: "100%" }}
      precision={2}
      suffix={unit === "ratio" ? "%" : wordOf(unit ?? "")}
      value={value === null || value === undefined ? null : value / one}
      onChange={(typed) => onChange?.(typed === null ? null : Math.round(typed * one))}
    />
  );
}
