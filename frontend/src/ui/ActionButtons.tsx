/** The buttons the server allows; the browser repeats no rule. Asks the reason where one is needed. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { act } from "@/api/client";
import type { Action, RecordView } from "@/api/view";
import styles from "./ActionButtons.module.css";
import { ProblemAlert } from "./ProblemAlert";
import { ReasonDialog } from "./ReasonDialog";

interface Props {
  record: Pick<RecordView, "actions" | "version">;
  /** Acts that need more than a reason (a form, a dialog of the feature), by the action's name. */
  instead?: Partial<Record<string, (action: Action) => void>>;
  onDone?: (action: Action) => void;
  /** In a line of a table: small, none of them the main one. */
  inRow?: boolean;
}

interface Deed {
  action: Action;
  reason?: string;
}

export function ActionButtons({ record, instead = {}, onDone, inRow }: Props) {
  const queries = useQueryClient();
  const [asking, ask] = useState<Action | null>(null);
  const deed = useMutation({
    mutationFn: ({ action, reason }: Deed) => act(action, record.version, reason),
    onSuccess: async (_answer, { action }) => {
      ask(null);
      await queries.invalidateQueries();
      onDone?.(action);
    },
    onError: () => ask(null),
  });

  function start(action: Action) {
    const own = instead[action.name];
    if (own) own(action);
    else if (action.needs_reason) ask(action);
    else deed.mutate({ action });
  }

  const reload = () => void queries.invalidateQueries().then(() => deed.reset());

  return (
    <div className={styles.block}>
      {deed.error && <ProblemAlert error={deed.error} onReload={reload} />}
      <div className={styles.row}>
        {record.actions.map((action, index) => (
          <Button
            key={action.name}
            type={index === 0 && !inRow && !action.needs_reason ? "primary" : "default"}
            size={inRow ? "small" : undefined}
            loading={deed.isPending && deed.variables.action.name === action.name}
            disabled={deed.isPending}
            onClick={() => start(action)}
          >
            {action.label}
          </Button>
        ))}
      </div>
      {asking && (
        <ReasonDialog act={asking.label} busy={deed.isPending} onReason={(reason) => deed.mutate({ action: asking, reason })} onClose={() => ask(null)} />
      )}
    </div>
  );
}
