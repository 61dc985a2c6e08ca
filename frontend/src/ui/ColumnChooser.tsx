/** Ticks which columns a list shows. */
import { Button, Checkbox, Popover } from "antd";
import type { Column } from "./columns";
import { useMessages } from "./language";
import { messages } from "./messages";

interface Props<T> {
  columns: Column<T>[];
  shown: Column<T>[];
  choose: (keys: string[]) => void;
}

export function ColumnChooser<T>({ columns, shown, choose }: Props<T>) {
  const t = useMessages(messages);
  const boxes = (
    <Checkbox.Group
      style={{ display: "grid", gap: 4 }}
      options={columns.slice(1).map(({ key, title }) => ({ value: key, label: title }))}
      value={shown.map(({ key }) => key)}
      onChange={choose}
    />
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={boxes}>
      <Button>{t.columns}</Button>
    </Popover>
  );
}
