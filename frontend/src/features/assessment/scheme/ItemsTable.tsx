/** 考核项目 of a scheme: what weighs how much, and how a value becomes points. */
import { useQuery } from "@tanstack/react-query";
import { WideTable } from "@/ui/WideTable";
import { definitions, type Item, type Scheme } from "./queries";
import { scoringInWords } from "./scoring";

export function ItemsTable({ of }: { of: Scheme }) {
  const { data = [] } = useQuery(definitions(of.last_day));
  const unitOf = (indicator: string | null) => data.find(({ code }) => code === indicator)?.unit;
  return (
    <WideTable<Item>
      label="考核项目"
      rowKey="code"
      dataSource={of.items}
      columns={[
        { title: "项目", render: (_name: unknown, { name, basis }) => <>{name}<br /><span className="muted">{basis}</span></> },
        { title: "分值", align: "right", render: (_weight: unknown, { weight }) => <span className="figures">{weight}</span> },
        { title: "计分", render: (_scoring: unknown, { scoring, indicator }) => scoringInWords(scoring, unitOf(indicator)) },
        { title: "佐证", render: (_needed: unknown, { evidence_required }) => (evidence_required ? "须附材料" : "—") },
      ]}
    />
  );
}
