/** How many gave each score and what was said; where too few answered, only why nothing is shown. */
import { useQuery } from "@tanstack/react-query";
import { percent } from "@/ui/amounts";
import { Answered } from "@/ui/Answered";
import { EmptyState } from "@/ui/EmptyState";
import { Facts } from "@/ui/Facts";
import { Provenance } from "@/ui/Provenance";
import { results, type Results } from "./queries";
import { millionths, scoreNames, withheldBecause } from "./states";
import styles from "./SurveyResults.module.css";

function Scores({ scores, answered }: { scores: number[]; answered: number }) {
  const shares = scores.map((count, at) => ({ name: scoreNames[at], count, share: answered > 0 ? count / answered : 0 })).reverse();
  return (
    <ol className={styles.scores} aria-label="各等级的份数">
      {shares.map(({ name, count, share }) => (
        <li key={name}>
          <span>{name}</span>
          <span className={styles.bar} aria-hidden style={{ inlineSize: percent(share, 0).replace(" ", "") }} />
          <span className={styles.count}>{count} 份 {percent(share, 0)}</span>
        </li>
      ))}
    </ol>
  );
}

function Comments({ said }: { said: string[] }) {
  if (said.length === 0) return <p className="muted">没有文字意见。</p>;
  return <ul className={styles.comments}>{said.map((comment, at) => <li key={at}>{comment}</li>)}</ul>;
}

/** Every number of the rule stands here, so that whoever has the scores can compute the share again. */
function Share({ of, scores }: { of: NonNullable<Results["stage"]>; scores: number[] }) {
  const satisfied = scores.slice(of.satisfied_from - 1).reduce((sum, count) => sum + count, 0);
  const line = `下限达 ${millionths(of.full_from_ppm)} 付全额，${millionths(of.least_to_ppm)} 及以下付 ${millionths(of.least_share_ppm)}，其间按直线递增`;
  return (
    <section aria-label="阶段支付比例">
      <h3>阶段支付比例</h3>
      <Facts
        facts={[
          { label: "满意", value: `${satisfied} 份（${of.satisfied_from} 分及以上）` },
          { label: "95% 单侧下限", value: of.bound_ppm !== null && <span className="figures">{millionths(of.bound_ppm)}</span> },
          { label: "支付比例", value: of.share_ppm === null ? `不足 ${of.least_answers} 份答卷，由两人会商决定` : <strong className="figures">{millionths(of.share_ppm)}</strong> },
          { label: "算法", value: `Wilson 下限，分位数 ${of.quantile_ppm / 1_000_000}，按百万分之一向下取整；${line}。`, wide: true },
        ]}
      />
    </section>
  );
}

function Shown({ of: { scores, comments, answered, stage, settings_source, settings_are_assumed } }: { of: Results }) {
  return (
    <div className={styles.results}>
      <Scores scores={scores ?? []} answered={answered} />
      {stage && <Share of={stage} scores={scores ?? []} />}
      <section aria-label="文字意见"><h3>文字意见</h3><Comments said={comments ?? []} /></section>
      <Provenance source={settings_source} note={settings_are_assumed ? "假设" : undefined} />
    </div>
  );
}

function Known({ of }: { of: Results }) {
  if (!of.withheld) return <Shown of={of} />;
  return <EmptyState title={withheldBecause[of.withheld]} advice={`目前 ${of.answered} 份答卷；结果只在结束后且人数足够时公布，不显示谁答了什么。`} />;
}

export function SurveyResults({ id }: { id: string }) {
  return <Answered query={useQuery(results(id))}>{(told) => <Known of={told} />}</Answered>;
}
