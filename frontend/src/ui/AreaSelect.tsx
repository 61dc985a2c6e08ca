/** Chooses an area: city → town unit → village or community; any level may be the answer. */
import { Cascader } from "antd";
import { useMemo } from "react";
import { pathTo, treeOf, useAreas, type AreaNode } from "./areas";
import { useMessages } from "./language";
import { messages } from "./messages";

interface Props {
  id?: string;
  value?: string;
  onChange?: (areaId: string | undefined) => void;
  disabled?: boolean;
  allowClear?: boolean;
  /** Where no form item names it. */
  label?: string;
}

export function AreaSelect({ id, value, onChange, disabled, allowClear = true, label }: Props) {
  const t = useMessages(messages);
  const { data = [], isPending } = useAreas();
  const tree = useMemo(() => treeOf(data, t.nameNotLoaded), [data, t]);
  return (
    <Cascader<AreaNode>
      id={id}
      aria-label={label}
      style={{ width: "100%" }}
      options={tree}
      value={pathTo(data, value)}
      onChange={(path) => onChange?.(path?.at(-1)?.toString())}
      changeOnSelect
      allowClear={allowClear}
      loading={isPending}
      disabled={disabled}
      placeholder={t.area}
      displayRender={(labels) => labels.slice(-2).join(" / ")}
      showSearch={{ filter: (typed, path) => path.some(({ label, code }) => label.includes(typed) || code.startsWith(typed)) }}
    />
  );
}
