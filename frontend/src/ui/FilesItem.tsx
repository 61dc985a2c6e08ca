/** A field of a form that holds files: each is sent at once, with its progress; what is refused says why by name; nothing is submitted before all have arrived. */
import { Button, Form, Progress } from "antd";
import { useRef, useState, type RefObject } from "react";
import { upload, type KeepsFiles } from "@/api/files";
import { newKey } from "@/api/keys";
import { asProblem, type Problem } from "@/api/problem";
import { bytes } from "./amounts";
import { FileLink } from "./FileLink";
import styles from "./FilesItem.module.css";
import { useMessages } from "./language";
import { messages } from "./messages";
import { useSentence } from "./useSentence";

/** One that is on its way, or was refused. */
interface Sending {
  key: string;
  name: string;
  share: number;
  giveUp: () => void;
  problem?: Problem;
}

interface Props {
  service: KeepsFiles;
  name: (string | number)[] | string;
  label: string;
  /** How many the record takes. */
  most?: number;
}

const MOST = 20;
const WHOLE = 100;

export function FilesItem({ service, name, label, most = MOST }: Props) {
  const t = useMessages(messages);
  const [sending, setSending] = useState<Sending[]>([]);
  // Counted apart from what is drawn: the field is looked at again in the moment in which the last has arrived.
  const onTheWayRef = useRef(0);
  const arrived = () => (onTheWayRef.current > 0 ? Promise.reject(new Error(t.filesOnTheirWay)) : Promise.resolve());
  return (
    <Form.Item name={name} label={label} rules={[{ validator: arrived }]}>
      <Files service={service} label={label} most={most} sending={sending} setSending={setSending} onTheWayRef={onTheWayRef} />
    </Form.Item>
  );
}

interface FilesProps extends Omit<Props, "name" | "most"> {
  most: number;
  sending: Sending[];
  setSending: (change: (now: Sending[]) => Sending[]) => void;
  onTheWayRef: RefObject<number>;
  id?: string;
  value?: string[];
  onChange?: (ids: string[] | undefined) => void;
}

function Files({ service, label, most, sending, setSending, onTheWayRef, id, value: known, onChange }: FilesProps) {
  const t = useMessages(messages);
  const input = useRef<HTMLInputElement>(null);
  // Several arrive while the form still shows the earlier value.
  const value = known ?? [];
  const latest = useRef(known);

  const change = (ids: string[]) => {
    latest.current = ids;
    onChange?.(ids);
  };
  const drop = (key: string) => setSending((now) => now.filter((one) => one.key !== key));
  const note = (key: string, more: Partial<Sending>) => setSending((now) => now.map((one) => (one.key === key ? { ...one, ...more } : one)));

  async function start(file: File) {
    const key = newKey();
    const giving = new AbortController();
    onTheWayRef.current += 1;
    setSending((now) => [...now, { key, name: file.name, share: 0, giveUp: () => giving.abort() }]);
    try {
      const made = await upload({ service, file, signal: giving.signal, onSent: (share) => note(key, { share }) });
      onTheWayRef.current -= 1;
      change([...(latest.current ?? []), made.id]);
      drop(key);
    } catch (error) {
      onTheWayRef.current -= 1;
      // Says nothing new; what the form said of the file that was on its way goes.
      onChange?.(latest.current);
      if (giving.signal.aborted) drop(key);
      else note(key, { problem: asProblem(error) });
    }
  }

  function choose(files: FileList | null) {
    latest.current = known;
    for (const file of [...(files ?? [])].slice(0, most - value.length)) void start(file);
    // The same file may be chosen again after it was refused.
    if (input.current) input.current.value = "";
  }

  return (
    <div>
      {value.length + sending.length > 0 && (
        <ul className={styles.files} aria-label={label}>
          {value.map((one) => (
            <li key={one}>
              <FileLink service={service} id={one} />
              <Button type="link" danger size="small" onClick={() => change(value.filter((kept) => kept !== one))}>{t.removeFile}</Button>
            </li>
          ))}
          {sending.map((one) => <SendingLine key={one.key} of={one} onDrop={() => drop(one.key)} />)}
        </ul>
      )}
      {/* Not by `hidden`: the form's own style shows every file input. */}
      <input ref={input} type="file" multiple style={{ display: "none" }} aria-label={label} onChange={(event) => choose(event.target.files)} />
      <Button id={id} className={styles.pick} disabled={value.length >= most} onClick={() => input.current?.click()}>{t.chooseFiles}</Button>
    </div>
  );
}

function SendingLine({ of, onDrop }: { of: Sending; onDrop: () => void }) {
  const t = useMessages(messages);
  const { name, share, problem, giveUp } = of;
  if (problem) return <RefusedLine name={name} problem={problem} onDrop={onDrop} />;
  return (
    <li>
      <span>{name}</span>
      <span className={styles.progress}><Progress size="small" percent={Math.floor(share * WHOLE)} aria-label={name} /></span>
      <Button type="link" size="small" onClick={giveUp}>{t.giveUpFile}</Button>
    </li>
  );
}

/** Why it was refused, and what would be taken, as the refusal itself says. */
function RefusedLine({ name, problem, onDrop }: { name: string; problem: Problem; onDrop: () => void }) {
  const t = useMessages(messages);
  const { taken, most_bytes } = problem.params;
  const limits = Array.isArray(taken) ? t.filesTaken(taken.join(t.comma)) : typeof most_bytes === "number" ? t.filesUpTo(bytes(most_bytes)) : "";
  return (
    <li>
      <span role="alert" className={styles.refused}>{name} · {useSentence(problem)} {limits}</span>
      <Button type="link" size="small" onClick={onDrop}>{t.removeFile}</Button>
    </li>
  );
}
