/** Chooses the indicator of the pictures. */
import { Select } from "antd";
import { choices } from "@/ui/choices";
import styles from "./Dashboard.module.css";
import { indicatorNames } from "./indicators";
import type { Indicator } from "./queries";

interface Props {
  value: Indicator;
  onChange: (indicator: Indicator) => void;
}

export function IndicatorChooser({ value, onChange }: Props) {
  return (
    <Select<Indicator>
      className={`${styles.chooser} on-screen-only`}
      size="small"
      aria-label="指标"
      value={value}
      onChange={onChange}
      options={choices(indicatorNames)}
    />
  );
}
