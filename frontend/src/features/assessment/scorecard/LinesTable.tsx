/** 评分表: each item's value, target, weight and points; what was said of it stands below its line, on paper too. */
import { Link } from "react-router";
import { pageOf } from "@/api/view";
import { WideTable } from "@/ui/WideTable";
import { scoringInWords } from "../scheme/scoring";
import { scoringKinds } from "../scheme/states";
import { hasDetail, LineDetail } from "./LineDetail";
import type { Card, Line } from "./queries";
import styles from "./Scorecard.module.css";
import { denominatorOf, isReweighted, pointsOf, targetOf, valueOf, weightOf } from "./values";

/** The item with the scheme's own rule for it: why a value earns so many points, and none. */
function Scored({ of: { item, unit } }: { of: Line }) {
  const kind = item.scoring && `${scoringKinds[item.scoring.kind]}：`;
  return <div className={styles.value} title={item.basis}>{item.name}<br /><span className="muted">{kind}{scoringInWords(item.scoring, unit)}</span></div>;
}

function Value({ of }: { of: Line }) {
  const denominator = denominatorOf(of);
  const asides = of.reading.asides.map(({ name, value }) => `${name} ${value}`);
  return (
    <div className={styles.value}>
      {of.links.records ? <Link to={pageOf(of.links.records)}>{valueOf(of)}</Link> : valueOf(of)}
      {[denominator, ...asides].filter(Boolean).map((said) => <span key={said} className="muted"><br />{said}</span>)}
    </div>
  );
}

export function LinesTable({ of }: { of: Card }) {
  const key = ({ item }: Line) => item.code;
  return (
    <>
      {isReweighted(of) && <p>有项目不适用：适用项目共 {of.applicable_weight} 分，按比例折算为 100 分。箭头后是折算后的分值。</p>}
      <WideTable<Line>
        label="评分表"
        rowKey={key}
        dataSource={of.lines}
        expandable={{
          expandedRowKeys: of.lines.filter(hasDetail).map(key),
          showExpandColumn: false,
          expandedRowRender: (line) => <LineDetail of={line} />,
        }}
        columns={[
          { title: "项目", render: (_item: unknown, line) => <Scored of={line} /> },
          { title: "取值", render: (_value: unknown, line) => <Value of={line} /> },
          { title: "满分目标", align: "right", render: (_target: unknown, line) => <span className="figures">{targetOf(line)}</span> },
          { title: "分值", align: "right", render: (_weight: unknown, line) => <span className="figures">{weightOf(line)}</span> },
          { title: "得分", align: "right", render: (_points: unknown, { points_hundredths }) => <strong className="figures">{pointsOf(points_hundredths)}</strong> },
          { title: "计入总分", align: "right", render: (_points: unknown, { weighted_hundredths }) => <span className="figures">{pointsOf(weighted_hundredths)}</span> },
        ]}
      />
    </>
  );
}
