/** A quick look at a row beside its list; the full page is one click away. */
import { Drawer } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMessages } from "./language";
import { messages } from "./messages";

interface Props<T> {
  row: T | undefined;
  content: (row: T) => ReactNode;
  hrefOf: (row: T) => string;
  onClose: () => void;
}

export function ListSheet<T>({ row, content, hrefOf, onClose }: Props<T>) {
  const t = useMessages(messages);
  return (
    <Drawer open={row !== undefined} onClose={onClose} size={480} title={row && <Link to={hrefOf(row)}>{t.openFull}</Link>} closable={{ "aria-label": t.close }}>
      {row && content(row)}
    </Drawer>
  );
}
