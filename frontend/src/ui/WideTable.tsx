/** A table that may be wider than its page: a shadow says on which side there is more; pushed by finger, and by arrow keys once it is reached with Tab. */
import { Table, type TableProps } from "antd";
import { useEffect, useRef, useState } from "react";
import styles from "./WideTable.module.css";

interface Props<T> extends Omit<TableProps<T>, "scroll"> {
  /** What is listed, for those who do not see it. */
  label: string;
}

interface More {
  before: boolean;
  after: boolean;
}

/** Browsers scroll to fractions of a pixel. */
const NEXT_TO_NOTHING = 1;

/** On which sides of a box there is more than it shows. */
function useMore() {
  const box = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState<More>({ before: false, after: false });

  function look() {
    if (!box.current) return;
    const { scrollLeft, clientWidth, scrollWidth } = box.current;
    const now = { before: scrollLeft > NEXT_TO_NOTHING, after: scrollLeft + clientWidth < scrollWidth - NEXT_TO_NOTHING };
    setMore((known) => (known.before === now.before && known.after === now.after ? known : now));
  }

  useEffect(() => {
    look();
    if (!box.current) return;
    const sizes = new ResizeObserver(look);
    sizes.observe(box.current);
    return () => sizes.disconnect();
  });
  return { box, more, look };
}

/** Part of a record: narrow lines, all of them at once. */
export function WideTable<T extends object>({ label, ...table }: Props<T>) {
  const { box, more, look } = useMore();
  return (
    <div className={styles.frame} data-before={more.before || undefined} data-after={more.after || undefined}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (axe) */}
      <div ref={box} className={styles.wide} role="region" aria-label={label} tabIndex={0} onScroll={look}>
        <Table<T> rowKey="id" size="small" pagination={false} {...table} />
      </div>
    </div>
  );
}
