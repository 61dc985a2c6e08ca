/** 登记参与居民: phone numbers, many at once; a wrong one is named by its place and nothing is recorded until it is right. */
import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { useId, useRef, useState } from "react";
import { asProblem } from "@/api/problem";
import { LeaveGuard } from "@/ui/LeaveGuard";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useRefresh } from "@/ui/useRefresh";
import { phonesIn, wrongPhones } from "./phones";
import { record, type Recorded } from "./queries";
import styles from "./RecordingForm.module.css";

const said = ({ recorded, already }: Recorded) => `本次登记 ${recorded} 人${already > 0 ? `，另有 ${already} 人此前已登记` : ""}。`;

export function RecordingForm({ activityId, act }: { activityId: string; act: string }) {
  const id = useId();
  const refresh = useRefresh();
  const [text, setText] = useState("");
  const unsaved = useRef(false);
  const phones = phonesIn(text);
  function type(typed: string) {
    setText(typed);
    unsaved.current = typed.trim() !== "";
  }
  const recording = useMutation({
    mutationFn: (sent: string[]) => record(activityId, sent),
    onSuccess: () => {
      type("");
      void refresh();
    },
  });
  const wrong = recording.error ? wrongPhones(asProblem(recording.error).errors, recording.variables) : [];
  return (
    <section className={styles.form}>
      <label htmlFor={id}>参与居民的手机号，每行一个</label>
      <Input.TextArea
        id={id}
        rows={6}
        value={text}
        onChange={(event) => type(event.target.value)}
        inputMode="tel"
        autoComplete="off"
        aria-describedby={`${id}-wrong`}
      />
      <div id={`${id}-wrong`} role="status">
        {wrong.length > 0 && (
          <Alert
            type="error"
            title="下列号码有误，改正后重新登记；本次一个都没有登记。"
            description={<ul className={styles.wrong}>{wrong.map(({ place, phone, title }) => <li key={place}>第 {place} 个 <span className="figures">{phone}</span> {title}</li>)}</ul>}
          />
        )}
        {recording.error && wrong.length === 0 && <ProblemAlert error={recording.error} />}
        {recording.data && !recording.error && phones.length === 0 && <Alert type="success" title={said(recording.data)} />}
      </div>
      <Button type="primary" disabled={phones.length === 0} loading={recording.isPending} onClick={() => recording.mutate(phones)}>
        {act}{phones.length > 0 && ` ${phones.length} 人`}
      </Button>
      <LeaveGuard unsaved={unsaved} loses />
    </section>
  );
}
