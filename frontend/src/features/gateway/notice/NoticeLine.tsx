/** One notice: what has happened, where and when; opening its record reads it. */
import { Button } from "antd";
import { Link } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { StateTag } from "@/ui/StateTag";
import { minuteOf } from "@/ui/times";
import { RecordName } from "../task/RecordName";
import styles from "./NoticesPage.module.css";
import type { Notice } from "./queries";
import { noticeStates } from "./states";

export function NoticeLine({ notice, onRead }: { notice: Notice; onRead: () => void }) {
  const { state, title, about, href, page, area_id, told_at, actions } = notice;
  return (
    <li className={state === "unread" ? `${styles.line} ${styles.unread}` : styles.line}>
      <div>
        <div className={styles.said}>
          <Link to={page} onClick={state === "unread" ? onRead : undefined}>{title}{about === null ? <RecordName href={href} lead="：" /> : `：${about}`}</Link>
          <StateTag states={noticeStates} state={state} />
        </div>
        <p><ShortAreaName id={area_id} /><span className="figures">{minuteOf(told_at)}</span></p>
      </div>
      {actions.map(({ name, label }) => <Button key={name} onClick={onRead}>{label}</Button>)}
    </li>
  );
}
