/** The buttons the server allows; the browser repeats no rule. Asks the reason where one is needed. */
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { act } from "@/api/client";
import { asProblem } from "@/api/problem";
import type { Action, RecordView } from "@/api/view";
import styles from "./ActionButtons.module.css";
import { ProblemAlert } from "./ProblemAlert";
import { ReasonDialog } from "./ReasonDialog";
import { useRefresh } from "./useRefresh";

interface Props {
  record: Pick<RecordView, "actions" | "version">;
  /** Acts that need more than a reason (a form, a dialog of the feature), by the action's name. */
  instead?: Partial<Record<string, (action: Action) => void>>;
  /** In a line of a table: small, none of them the main one. */
  inRow?: boolean;
}

interface Deed {
  action: Action;
  reason?: string;
}

export function ActionButtons({ record, instead = {}, inRow }: Props) {
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
    else if (action.needs_reason) ask(action);
    else deed.mutate({ action });
  }

  const reload = () => void refresh().then(() => deed.reset());
  const changed = deed.error !== null && asProblem(deed.error).status === 412;

  return (
    <div className={styles.block}>
      {deed.error && !asking && <ProblemAlert error={deed.error} onReload={reload} />}
      <div className={styles.row}>
        {record.actions.map((action, index) => (
          <Button
            key={action.name}
            type={index === 0 && !inRow && !action.needs_reason ? "primary" : "default"}
            size={inRow ? "small" : undefined}
            loading={deed.isPending && deed.variables.action.name === action.name}
            disabled={deed.isPending || acted === record.version}
            onClick={() => start(action)}
          >
            {action.label}
          </Button>
        ))}
      </div>
      {asking && (
        <ReasonDialog
          act={asking.label}
          busy={deed.isPending}
          error={deed.error}
          onReload={changed ? reload : undefined}
          onReason={(reason) => deed.mutate({ action: asking, reason })}
          onClose={() => {
            ask(null);
            deed.reset();
          }}
        />
      )}
    </div>
  );
}
