/** 待确认时长: what waits for the second person, with its marks; many are confirmed at once, each with its own result. */
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { duration } from "@/ui/amounts";
import { ListPage } from "@/ui/ListPage";
import { withValue, type Filter } from "@/ui/listState";
import { ConfirmationResults, type Confirmed } from "./ConfirmationResults";
import { hoursColumns } from "./hoursColumns";
import { confirmMany, disputed, hoursList, type Hours, type HoursQuery } from "./queries";
import { hoursStates, marks, marksOf } from "./states";

const filters: Filter<HoursQuery>[] = [
  {
    name: "state",
    label: "状态",
    kind: "select",
    initial: "proposed",
    options: (["proposed", "disputed"] as const).map((value) => ({ value, label: hoursStates[value].label })),
  },
  { name: "area_id", label: "镇街、村（社区）", kind: "area" },
];

/** How many, how long, and how many of them somebody should have looked at first. */
function askedOf(rows: Hours[]): string {
  const found = rows.flatMap(marksOf);
  const marked = [...new Set(found)].map((mark) => `${marks[mark].label} ${found.filter((one) => one === mark).length} 条`);
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0);
  return `确认 ${rows.length} 条时长，共 ${duration(minutes)}${marked.length > 0 ? `，其中${marked.join("、")}` : ""}。确认后计入志愿者的时长，有误只能冲正。`;
}

function DisputedNotice() {
  const [params] = useSearchParams();
  const { data } = useQuery(disputed(params.get("area_id") ?? undefined));
  if (!data || params.get("state") === "disputed") return null;
  const way = <Link to={`?${withValue(params, "state", "disputed").toString()}`}>查看</Link>;
  return <Alert role="status" type="warning" style={{ marginBlockEnd: 16 }} title={<>有 {data} 条时长本人提出异议，须逐条核对。{way}</>} />;
}

export default function WaitingHours() {
  const [results, setResults] = useState<Confirmed[]>([]);

  async function confirm(rows: Hours[]) {
    const outcomes = await confirmMany(rows);
    setResults(outcomes.flatMap((outcome) => rows.filter(({ id }) => id === outcome.id).map((entry) => ({ entry, outcome }))));
  }

  return (
    <>
      <DisputedNotice />
      <ConfirmationResults results={results} onClose={() => setResults([])} />
      <ListPage
        title="待确认时长"
        list={hoursList}
        columns={hoursColumns}
        filters={filters}
        fixed={{ count: true }}
        open={({ id }) => `/volunteers/hours/${id}`}
        bulk={[{ label: "确认所选时长", says: askedOf, run: confirm }]}
        empty={{ title: "没有等待确认的时长", advice: "志愿者签退或活动结束后提出的时长，由提出人和本人以外的第二人在这里确认。" }}
      />
    </>
  );
}
