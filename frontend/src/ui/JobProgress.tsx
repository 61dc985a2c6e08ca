/** Long work, asked after until it ends; it may be left and found again by its address. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Progress } from "antd";
import type { ReactNode } from "react";
import { follow } from "@/api/client";
import { save } from "@/api/files";
import type { Job } from "@/api/view";
import { count } from "./amounts";
import styles from "./JobProgress.module.css";
import { jobStates } from "./jobStates";
import { useMessages } from "./language";
import { messages } from "./messages";
import { ProblemAlert } from "./ProblemAlert";
import { StateTag } from "./StateTag";
import { dayOf } from "./times";

const EVERY = 1500;
const WHOLE = 100;

const isUnderWay = (job: Job | undefined) => job === undefined || job.state === "queued" || job.state === "running";

interface Props {
  href: string;
  label: string;
  /** What is said and done about it besides. */
  children?: (job: Job) => ReactNode;
}

export function JobProgress({ href, label, children }: Props) {
  const t = useMessages(messages);
  const { data: job, error, refetch } = useQuery({
    queryKey: ["job", href],
    queryFn: ({ signal }) => follow<Job>(href, { signal }),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? EVERY : false),
  });
  const fetching = useMutation({ mutationFn: (at: string) => save(at, `${job?.file?.replace(/\.\w+$/, "") ?? label}-结果.xlsx`) });
  if (error && !job) return <ProblemAlert error={error} onReload={() => void refetch()} />;
  const share = job?.total ? Math.floor((WHOLE * job.done) / job.total) : 0;
  const result = job?.result;
  return (
    <section aria-label={label} className={styles.job}>
      <p role="status">
        {job?.file ?? label} {job && <StateTag states={jobStates} state={job.state} />} {isUnderWay(job) && job?.total ? `${count(job.done)} / ${count(job.total)}` : ""}
      </p>
      {isUnderWay(job) && <Progress percent={share} aria-label={label} showInfo={false} />}
      {job?.detail && <p>{job.detail}</p>}
      {fetching.error && <ProblemAlert error={fetching.error} />}
      {result && (
        <p>
          <Button loading={fetching.isPending} onClick={() => fetching.mutate(result)}>{job.state === "waiting" ? "下载核对结果" : t.download}</Button>
          {job.result_until && <span className="figures muted"> {t.keptUntil(dayOf(job.result_until))}</span>}
        </p>
      )}
      {isUnderWay(job) && <p className="muted">{t.leaveRunning}</p>}
      {job && children?.(job)}
    </section>
  );
}
