/** One session: which device, from where, since when, and the button that ends it. */
import { Button } from "antd";
import { minuteOf } from "@/ui/times";
import { deviceName, networkName } from "./device";
import { methods } from "./messages";
import type { Session } from "./queries";
import styles from "./SessionsPage.module.css";

interface Props {
  session: Session;
  busy: boolean;
  onEnd: () => void;
}

const when = (label: string, instant: string) => <span>{label} <span className="figures">{minuteOf(instant)}</span></span>;

export function SessionLine({ session, busy, onEnd }: Props) {
  return (
    <li className={styles.line}>
      <div>
        <strong title={session.device}>{deviceName(session.device)}</strong>
        {session.is_current && <span className={styles.here}>本机</span>}
        <p className={styles.facts}>
          <span>{methods[session.method]}登录</span>
          <span className="figures">{networkName(session.network)}</span>
          {when("登录", session.opened_at)}
          {when("最近使用", session.seen_at)}
          {when("最迟失效", session.expires_at)}
        </p>
      </div>
      {session.actions.map(({ name, label }) => <Button key={name} loading={busy} onClick={onEnd}>{label}</Button>)}
    </li>
  );
}
