/** What the rows of a form add up to, beside what they should; whether that is enough is the service's to say. */
import { Form } from "antd";
import rows from "./Rows.module.css";

interface Props {
  /** The field that holds the rows, and the number in each. */
  list: string;
  of: string;
  target: number;
  as: (sum: number) => string;
}

export function Total({ list, of, target, as }: Props) {
  const items = Form.useWatch<Record<string, unknown>[] | undefined>(list) ?? [];
  const sum = items.reduce((total, item) => total + Number(item?.[of] ?? 0), 0);
  const off = target - sum;
  return (
    <p className={`${rows.sum} ${off === 0 ? "" : rows.off}`} role="status">
      合计 {as(sum)}，应为 {as(target)}{off !== 0 && `，${off > 0 ? "还差" : "多出"} ${as(Math.abs(off))}`}
    </p>
  );
}
