/** The buttons the server allows; the browser repeats no rule. Asks the reason where one is needed, and once more before what cannot be taken back. */
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { act } from "@/api/client";
import { asProblem } from "@/api/problem";
import type { Action, RecordView } from "@/api/view";
import styles from "./ActionButtons.module.css";
import { ConfirmDialog } from "./ConfirmDialog";
import { ProblemAlert } from "./ProblemAlert";
import { ReasonDialog } from "./ReasonDialog";
import { useRefresh } from "./useRefresh";

/** To a page where one goes on; the service has no button for it. */
export interface Way {
  label: string;
  to: string;
  /** It is what is to be done now, rather than any of the service's buttons. */
  isMain?: boolean;
}

/** What an act will do to the record, by the act's name: it is said, and asked, before it is done. */
export type Consequences = Partial<Record<string, string>>;

interface Props {
  record: Pick<RecordView, "actions" | "version">;
  /** Acts that need more than a reason (a form, a dialog of the feature), by the action's name. */
  instead?: Partial<Record<string, (action: Action) => void>>;
  consequences?: Consequences;
  ways?: Way[];
  /** Acts that are never the main one here, by name. */
  aside?: string[];
  /** In a line of a table: small, none of them the main one. */
  inRow?: boolean;
}

interface Deed {
  action: Action;
  reason?: string;
}

function WayButton({ of: { label, to, isMain } }: { of: Way }) {
  return <Link to={to}><Button type={isMain ? "primary" : "default"}>{label}</Button></Link>;
}

export function ActionButtons({ record, instead = {}, consequences = {}, ways = [], aside = [], inRow }: Props) {
  const refresh = useRefresh();
  const [asking, ask] = useState<Action | null>(null);
  // The buttons of a version that has just been acted on wait for the next, at most until everything shown is fresh.
  const [acted, setActed] = useState<number | null>(null);
  const deed = useMutation({
    mutationFn: ({ action, reason }: Deed) => act(action, record.version, reason),
    onSuccess: () => {
      ask(null);
      setActed(record.version);
      void refresh().finally(() => setActed(null));
    },
  });

  function start(action: Action) {
    deed.reset();
    const own = instead[action.name];
    if (own) own(action);
    else if (action.needs_reason || consequences[action.name]) ask(action);
    else deed.mutate({ action });
  }

  const reload = () => void refresh().then(() => deed.reset());
  const changed = deed.error !== null && asProblem(deed.error).status === 412;
  const main = ways.find(({ isMain }) => isMain);
  const asked = asking && {
    act: asking.label,
    says: consequences[asking.name],
    busy: deed.isPending,
    error: deed.error,
    onReload: changed ? reload : undefined,
    onClose: () => {
      ask(null);
      deed.reset();
    },
  };

  return (
    <div className={styles.block}>
      {deed.error && !asking && <ProblemAlert error={deed.error} onReload={reload} />}
      <div className={styles.row}>
        {main && <WayButton of={main} />}
        {record.actions.map((action, index) => (
          <Button
            key={action.name}
            type={index === 0 && !main && !inRow && !action.needs_reason && !aside.includes(action.name) ? "primary" : "default"}
            size={inRow ? "small" : undefined}
            loading={deed.isPending && deed.variables.action.name === action.name}
            disabled={deed.isPending || acted === record.version}
            onClick={() => start(action)}
          >
            {action.label}
          </Button>
        ))}
        {ways.filter((way) => way !== main).map((way) => <WayButton key={way.to} of={way} />)}
      </div>
      {asked && asking.needs_reason && <ReasonDialog {...asked} onReason={(reason) => deed.mutate({ action: asking, reason })} />}
      {asked && !asking.needs_reason && <ConfirmDialog {...asked} onYes={() => deed.mutate({ action: asking })} />}
    </div>
  );
}
