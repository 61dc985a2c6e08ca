/** An amount typed in 元 and kept in integer fen. */
import { InputNumber } from "antd";

interface Props {
  id?: string;
  value?: number | null;
  onChange?: (fen: number | null) => void;
  disabled?: boolean;
}

export function MoneyInput({ id, value, onChange, disabled }: Props) {
  return (
    <InputNumber<number>
      id={id}
      style={{ width: "100%" }}
      precision={2}
      suffix="元"
      value={value === null || value === undefined ? null : value / 100}
      onChange={(yuan) => onChange?.(yuan === null ? null : Math.round(yuan * 100))}
      disabled={disabled}
    />
  );
}
