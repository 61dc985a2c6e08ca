/** A number out of range is refused at its field; the input itself would change it unseen. */
import type { FormRule } from "antd";

export const within = (min: number, max?: number): FormRule => ({
  type: "number",
  min,
  max,
  message: max === undefined ? `不能小于 ${min}` : `须在 ${min} 到 ${max} 之间`,
});
