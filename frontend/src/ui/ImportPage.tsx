/** A list that comes in: the template, the file, what the check found, the confirmation; found again by its address. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Progress } from "antd";
import { useRef, useState, type ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import { act, follow } from "@/api/client";
import { save, sendFile } from "@/api/files";
import type { Job, Page } from "@/api/view";
import { Answered } from "./Answered";
import { JobFaults } from "./JobFaults";
import { JobProgress } from "./JobProgress";
import { Outcomes } from "./JobOutcomes";
import { Panel } from "./Panel";
import { ProblemAlert } from "./ProblemAlert";
import { StateTag } from "./StateTag";
import { jobStates } from "./jobStates";
import { minuteOf } from "./times";
import { useRefresh } from "./useRefresh";
import { useTitle } from "./useTitle";

interface Props {
  title: string;
  /** What the list is for and what becomes of its rows. */
  advice: ReactNode;
  service: "registry" | "volunteers";
  kind: string;
  /** The page of what the list is a list of. */
  list: string;
  /** Another than who laid it before confirms it. */
  needsAnother?: boolean;
}

const WHOLE = 100;

export function ImportPage({ title, advice, service, kind, list, needsAnother }: Props) {
  const [params, setParams] = useSearchParams();
  const job = params.get("job");
  useTitle(title);
  const open = (id: string) => setParams({ job: id });
  return (
    <>
      <header style={{ display: "flex", justifyContent: "space-between", gap: 16, flexWrap: "wrap" }}>
        <h1>{title}</h1>
        <div>{job && <Button onClick={() => setParams({})}>再导入一份</Button>} <Link to={list}>返回列表</Link></div>
      </header>
      <p className="muted">{advice}</p>
      {job ? <Checked key={job} href={`/api/${service}/jobs/${job}`} needsAnother={needsAnother} list={list} /> : <Laying service={service} kind={kind} title={title} onLaid={open} />}
      {!job && <Earlier service={service} kind={kind} />}
    </>
  );
}

function Laying({ service, kind, title, onLaid }: Pick<Props, "service" | "kind" | "title"> & { onLaid: (id: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState(0);
  const address = `/api/${service}/imports/${kind}`;
  const laying = useMutation({
    mutationFn: (file: File) => sendFile<Job>({ address: `${address}?name=${encodeURIComponent(file.name)}`, file, onSent: setShare, signal: new AbortController().signal }),
    onSuccess: ({ id }) => onLaid(id),
  });
  const template = useMutation({ mutationFn: () => save(`${address}/template`, `${title}-模板.xlsx`) });
  return (
    <Panel title="上传名单">
      <p>一、下载模板，按“填写说明”填写；二、上传后先核对，不会马上导入；三、看过核对结果再确认。</p>
      {laying.error && <ProblemAlert error={laying.error} />}
      {template.error && <ProblemAlert error={template.error} />}
      <div style={{ display: "flex", gap: 8, flexWrap: "wrap" }}>
        <Button loading={template.isPending} onClick={() => template.mutate()}>下载模板</Button>
        <Button type="primary" loading={laying.isPending} onClick={() => input.current?.click()}>选择文件并上传</Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="名单文件"
          accept=".xlsx,.xls,.csv"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) laying.mutate(file);
            target.value = "";
          }}
        />
      </div>
      {laying.isPending && <Progress percent={Math.round(share * WHOLE)} showInfo={false} aria-label="上传进度" />}
      <p className="muted">xlsx 工作簿或 CSV，至多 20 MB、20 万行。</p>
    </Panel>
  );
}

function Checked({ href, needsAnother, list }: { href: string; needsAnother?: boolean; list: string }) {
  const refresh = useRefresh();
  const confirming = useMutation({
    mutationFn: ({ job, skip }: { job: Job; skip: boolean }) => {
      const [action] = job.actions.filter(({ name }) => name === "confirmation");
      return follow<Job>(action?.href ?? href, { method: "POST", headers: { "If-Match": `"${job.version}"` }, body: JSON.stringify({ skip_wrong: skip }) });
    },
    onSettled: () => void refresh(),
  });
  const cancelling = useMutation({
    mutationFn: async (job: Job) => {
      for (const action of job.actions.filter(({ name }) => name === "cancellation")) await act(action, job.version);
    },
    onSettled: () => void refresh(),
  });
  return (
    <Panel title="核对与导入">
      <JobProgress href={href} label="名单">
        {(job) => (
          <>
            <Outcomes counts={job.counts} />
            {job.faults && <JobFaults href={job.faults} />}
            {job.result && <p className="muted">核对结果写有姓名、证件等全部内容，每次下载都会留下记录。</p>}
            {(confirming.error ?? cancelling.error) && <ProblemAlert error={confirming.error ?? cancelling.error} onReload={() => void refresh()} />}
            <Decision job={job} needsAnother={needsAnother} busy={confirming.isPending} onConfirm={(skip) => confirming.mutate({ job, skip })} />
            {job.actions.some(({ name }) => name === "cancellation") && <Button style={{ justifySelf: "start" }} loading={cancelling.isPending} onClick={() => cancelling.mutate(job)}>取消导入</Button>}
            {job.state === "done" && <p role="status">已导入。<Link to={list}>到列表查看</Link></p>}
          </>
        )}
      </JobProgress>
    </Panel>
  );
}

function Decision({ job, needsAnother, busy, onConfirm }: { job: Job; needsAnother?: boolean; busy: boolean; onConfirm: (skip: boolean) => void }) {
  if (job.state !== "waiting") return null;
  if (!job.result) return <p>这份名单写有个人信息，由有权上传这类名单的同事查看和确认。</p>;
  const wrong = job.counts.wrong ?? 0;
  const enters = (job.counts.new ?? 0) + (job.counts.changed ?? 0);
  const may = job.actions.some(({ name }) => name === "confirmation");
  return (
    <div style={{ marginBlock: 12 }}>
      {wrong > 0 && <p>错误的行、列和原因已列在上面，也标在核对结果工作簿中：改正后把同一个工作簿重新上传即可，或者先导入无误的行。</p>}
      {enters === 0 && <p>没有可以新增或更新的行。</p>}
      {enters > 0 && !may && needsAnother && <p>这份名册须由上传人以外的另一人确认：请把本页网址发给同事，由其打开确认。</p>}
      {enters > 0 && may && (
        <Button type="primary" loading={busy} onClick={() => onConfirm(wrong > 0)}>
          {wrong > 0 ? `只导入无误的 ${enters} 行` : `确认导入 ${enters} 行`}
        </Button>
      )}
    </div>
  );
}

function Earlier({ service, kind }: Pick<Props, "service" | "kind">) {
  const query = useQuery({
    queryKey: [service, "jobs", kind],
    queryFn: ({ signal }) => follow<Page<Job>>(`/api/${service}/jobs?kind=${encodeURIComponent(`import:${kind}`)}&limit=10`, { signal }),
  });
  return (
    <Panel title="近期的名单">
      <Answered query={query} rows={3}>
        {({ items }) =>
          items.length === 0 ? <p className="muted">还没有导入过。</p> : (
            <ul>
              {items.map((job) => (
                <li key={job.id}>
                  <Link to={`?job=${job.id}`}>{job.file ?? "名单"}</Link> <span className="figures muted">{minuteOf(job.made_at)}</span> <StateTag states={jobStates} state={job.state} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Panel>
  );
}
