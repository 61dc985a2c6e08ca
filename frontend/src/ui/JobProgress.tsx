/** Long work, asked after until it ends; it may be left and found again by its address. */
import { useQuery } from "@tanstack/react-query";
import { Progress } from "antd";
import { follow } from "@/api/client";
import type { Job } from "@/api/view";
import { count } from "./amounts";
import { useMessages } from "./language";
import { messages } from "./messages";
import { ProblemAlert } from "./ProblemAlert";

const EVERY = 1500;

const hasEnded = (job: Job | undefined) => job?.state === "done" || job?.state === "failed";

export function JobProgress({ href, label }: { href: string; label: string }) {
  const t = useMessages(messages);
  const { data: job, error, refetch } = useQuery({
    queryKey: ["job", href],
    queryFn: ({ signal }) => follow<Job>(href, { signal }),
    refetchInterval: ({ state }) => (hasEnded(state.data) ? false : EVERY),
  });
  if (error && !job) return <ProblemAlert error={error} onReload={() => void refetch()} />;
  const share = job?.total ? Math.floor((100 * job.done) / job.total) : 0;
  const word = { queued: t.working, running: t.working, done: t.workDone, failed: t.workFailed }[job?.state ?? "queued"];
  return (
    <section aria-label={label}>
      <p style={{ margin: 0 }} role="status">{label} · {word} {job?.total ? `${count(job.done)} / ${count(job.total)}` : ""}</p>
      <Progress percent={job?.state === "done" ? 100 : share} status={job?.state === "failed" ? "exception" : "normal"} aria-label={label} showInfo={false} />
      {job?.detail && <p style={{ margin: 0 }}>{job.detail}</p>}
      {job?.result && job.state === "done" && <a href={job.result} download>{t.download}</a>}
      {!hasEnded(job) && <p className="muted" style={{ margin: 0 }}>{t.leaveRunning}</p>}
    </section>
  );
}
