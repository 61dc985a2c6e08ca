/** The points one expert gives to one bid, criterion by criterion, and why. */
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, InputNumber } from "antd";
import { asProblem } from "@/api/problem";
import { FileLinks } from "@/ui/FileLinks";
import { Money } from "@/ui/Money";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useRefresh } from "@/ui/useRefresh";
import { useRefusals } from "@/ui/useRefusals";
import { within } from "@/ui/within";
import type { Bid } from "../bid/queries";
import type { Criterion } from "../purchase/queries";
import { score, type Score, type ScoreIn } from "./queries";
import styles from "./Scoring.module.css";

interface Props {
  bid: Bid;
  criteria: Criterion[];
  /** What this expert gave before. */
  given: Score | undefined;
}

function Sum({ quality }: { quality: Criterion[] }) {
  const points = Form.useWatch<Record<string, number> | undefined>("points") ?? {};
  const sum = quality.reduce((total, { code }) => total + (points[code] ?? 0), 0);
  return <span className="figures">合计 {sum} / {quality.reduce((total, one) => total + one.points, 0)} 分</span>;
}

export function ScoreForm({ bid, criteria, given }: Props) {
  const [form] = Form.useForm<ScoreIn>();
  const refresh = useRefresh();
  const refusals = useRefusals(form);
  const quality = criteria.filter(({ kind }) => kind === "quality");
  const saving = useMutation({
    mutationFn: (values: ScoreIn) => score(bid, { points: values.points ?? {}, comment: values.comment }, given),
    onSuccess: () => void refresh(),
    onError: (error) => void refusals.show(error),
  });
  const changed = saving.error !== null && [412, 428].includes(asProblem(saving.error).status);
  return (
    <section className={styles.bid} aria-label={bid.provider_name}>
      <header>
        <h2>{bid.provider_name}</h2>
        <span>报价 <Money fen={bid.amount_fen} /></span>
      </header>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (axe) */}
      <div className={styles.plan} role="region" aria-label={`${bid.provider_name}的服务方案`} tabIndex={0}>{bid.plan}</div>
      {(bid.attachment_ids ?? []).length > 0 && <><h3>投标附件</h3><FileLinks service="projects" ids={bid.attachment_ids ?? []} /></>}
      {saving.error && <ProblemAlert error={saving.error} unplaced={refusals.unplaced} onReload={changed ? () => void refresh().then(() => saving.reset()) : undefined} />}
      <Form<ScoreIn>
        form={form}
        name={`score-${bid.id}`}
        layout="vertical"
        initialValues={{ points: given?.points, comment: given?.comment }}
        onValuesChange={() => saving.reset()}
        onFinish={(values) => saving.mutate(values)}
      >
        <div className={styles.points}>
          {quality.map(({ code, name, points }) => (
            <Form.Item key={code} name={["points", code]} label={`${name}（${points} 分）`} rules={[{ required: true, message: "请评分" }, within(0, points)]}>
              <InputNumber precision={0} suffix="分" style={{ width: "100%" }} keyboard onPressEnter={form.submit} />
            </Form.Item>
          ))}
        </div>
        <Form.Item name="comment" label="评审意见" rules={[{ required: true, whitespace: true, min: 2, message: "请写明评审意见" }]}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
        </Form.Item>
        <div className={styles.acts}>
          <Button type="primary" htmlType="submit" loading={saving.isPending}>{given ? "保存修改" : "保存评分"}</Button>
          <Sum quality={quality} />
          <span role="status" className={styles.saved}>{saving.isSuccess && "评分已保存"}</span>
        </div>
      </Form>
    </section>
  );
}
