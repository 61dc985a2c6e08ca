/** Scorecards: what does not apply is said and reweighted, a check sends what was judged, equal points share a place. */
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import { areas, leader, TOWN } from "../invented";
import CheckForm from "./CheckForm";
import { inventedCard, inventedLine, inventedRanking, outsideLine, reportedLine, verb } from "./invented";
import DecisionForm from "./DecisionForm";
import type { Card } from "./queries";
import { valueOf } from "./values";
import RankingPage from "./RankingPage";
import SchemePage from "../scheme/SchemePage";
import ReportForm from "./ReportForm";
import ScorecardPage from "./ScorecardPage";

const server = (record: Card) =>
  pretendServer(({ path }: Asked) => {
    if (path === "/api/gateway/me") return { body: leader };
    if (path.startsWith("/api/registry/areas")) return { body: { items: areas } };
    if (path.includes("/attachments/")) return { body: { id: "file-1", name: "会议纪要.pdf", size: 20_000 } };
    if (path.includes("/rankings/")) return { body: inventedRanking };
    if (path.includes("/schemes")) return { body: { items: [{ year: 2025 }], next: null, count: null } };
    return { body: record };
  });

const at = (form = "") => ({ at: `/assessment/scorecards/card-1${form}`, path: `/assessment/scorecards/:id${form}` });

it("says what does not apply, what the others count for instead, and opens each value down to its records", async () => {
  server(inventedCard());
  show(<ScorecardPage />, at());
  const table = within(await screen.findByRole("region", { name: "评分表" }));
  expect(table.getByText("不适用，权重由其他项目分担")).toBeVisible();
  expect(table.getByText("20 → 25.00")).toBeVisible();
  expect(table.getByText("不计")).toBeVisible();
  expect(screen.getByText(/适用项目共 80 分，按比例折算为 100 分/)).toBeVisible();
  expect(table.getByText("6.5 %").closest("a")).toHaveAttribute("href", expect.stringContaining("/assessment/readings?indicator=volunteer_ratio") as string);
  expect(table.getByText(/13 \/ 200 常住人口（2020-11-01，七普）/)).toBeVisible();
  expect(await table.findByText("会议纪要.pdf")).toBeVisible();
});

it("asks once more before a card is frozen for good", async () => {
  const asked = server(inventedCard({ state: "settled", total_hundredths: 8125, actions: [verb("freezing", "冻结")] }));
  show(<ScorecardPage />, at());
  fireEvent.click(await screen.findByText("冻结", { selector: "button *" }));
  expect(await screen.findByText(/冻结后这张评分卡永不改变/)).toBeInTheDocument();
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
});

it("reports what has to be reported, with records by the address of their pages", async () => {
  const id = "0190a1b2-0000-7000-8000-000000000001";
  const asked = server(inventedCard({ state: "reporting", lines: [inventedLine("volunteer_ratio"), reportedLine({ records: [`https://sanshe.test/projects/projects/${id}`] })] }));
  show(<ReportForm />, at("/report"));
  fireEvent.change(await screen.findByLabelText("自评说明"), { target: { value: "已建立联席会议制度" } });
  fireEvent.change(screen.getByLabelText("自评得分"), { target: { value: "55.5" } });
  fireEvent.click(screen.getByText("保存自评"));
  await waitFor(() => expect(asked.find(({ method }) => method === "PUT")?.body).toEqual({
    lines: [{ code: "leadership", report: "已建立联席会议制度", claimed_hundredths: 5550, attachment_ids: [], records: [`/api/projects/projects/${id}`] }],
  }));
});

it("asks for words beside files and records, which would be lost without them", async () => {
  const file = inventedLine("volunteer_ratio", { attachment_ids: ["file-1"] });
  const asked = server(inventedCard({ state: "reporting", lines: [file] }));
  show(<ReportForm />, at("/report"));
  fireEvent.click(await screen.findByText("保存自评"));
  expect(await screen.findByText("请填写自评说明")).toBeVisible();
  expect(asked.some(({ method }) => method === "PUT")).toBe(false);
});

it("lays a refusal on the row of the form, where rows before it were left out", async () => {
  const lines = [inventedLine("volunteer_ratio"), inventedLine("org_coverage", { report: "新增两家", item: { ...inventedLine("x").item, code: "org_coverage", name: "组织达标率" } })];
  const refused = { type: "invalid", title: "填写有误", errors: [{ pointer: "/lines/0/report", title: "说明太短" }] };
  pretendServer(({ method, path }) => (method === "PUT" ? { status: 422, body: refused } : { body: path === "/api/gateway/me" ? leader : inventedCard({ state: "reporting", lines }) }));
  show(<ReportForm />, at("/report"));
  fireEvent.click(await screen.findByText("保存自评"));
  expect(await within(screen.getByRole("group", { name: "组织达标率" })).findByText("说明太短")).toBeVisible();
});

it("takes back what a correction carried over: an emptied field is as computed again", async () => {
  const carried = inventedLine("volunteer_ratio", { checked_hundredths: 800, points_hundredths: 800, check_reason: "台账不全" });
  const asked = server(inventedCard({ lines: [carried, { ...outsideLine, reading: carried.reading, waived: true }] }));
  show(<CheckForm />, at("/check"));
  const [points] = await screen.findAllByLabelText("核定得分");
  fireEvent.change(points as HTMLElement, { target: { value: "" } });
  const [, waived] = screen.getAllByRole("checkbox");
  fireEvent.click(waived as HTMLElement);
  fireEvent.click(screen.getByText("核定并告知镇街"));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
    lines: [
      { code: "volunteer_ratio", points_hundredths: null, waived: false, reason: "台账不全" },
      { code: "org_coverage", points_hundredths: null, waived: false, reason: null },
    ],
  }));
});

it("asks for the reason of points that differ from the computed ones", async () => {
  const asked = server(inventedCard({ lines: [inventedLine("volunteer_ratio")] }));
  show(<CheckForm />, at("/check"));
  fireEvent.change(await screen.findByLabelText("核定得分"), { target: { value: "8" } });
  fireEvent.click(screen.getByText("核定并告知镇街"));
  expect(await screen.findByText("请说明理由")).toBeVisible();
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
});

it("sends every judgement in hundredths, and nothing where the computed points stand", async () => {
  const asked = server(inventedCard());
  show(<CheckForm />, at("/check"));
  const [first] = await screen.findAllByLabelText("核定得分");
  fireEvent.change(first as HTMLElement, { target: { value: "48" } });
  fireEvent.click(screen.getByText("核定并告知镇街"));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
    lines: [
      { code: "leadership", points_hundredths: 4800, waived: false, reason: null },
      { code: "volunteer_ratio", points_hundredths: null, waived: false, reason: null },
    ],
  }));
  expect(asked.find(({ method }) => method === "POST")?.headers.get("If-Match")).toBe('"3"');
});

it("decides on what was objected to alone", async () => {
  const objected = reportedLine({ objection: "联席会议已召开", points_hundredths: 300, checked_hundredths: 300 });
  const asked = server(inventedCard({ state: "objected", lines: [inventedLine("volunteer_ratio"), objected] }));
  show(<DecisionForm />, at("/decision"));
  fireEvent.click(await screen.findByLabelText("异议不成立"));
  fireEvent.change(screen.getByLabelText("理由"), { target: { value: "材料不足" } });
  fireEvent.click(screen.getByText("作出结论"));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
    lines: [{ code: "leadership", upheld: false, points_hundredths: null, reason: "材料不足" }],
  }));
});

it("lets equal points share a place, marks what was reweighted and links only the reader's own card", async () => {
  server(inventedCard());
  show(<RankingPage />, { at: "/assessment/rankings/2025", path: "/assessment/rankings/:year" });
  expect(await screen.findByText(/已冻结 3 \/ 33 个单位/)).toBeVisible();
  const bars = screen.getByRole("list", { name: "2025 年度得分" });
  expect(within(bars).getAllByText("1")).toHaveLength(2);
  expect(await within(bars).findByText("塘厦＊")).toBeVisible();
  const table = within(screen.getByRole("region", { name: "名次" }));
  expect(table.getAllByRole("link")).toHaveLength(1);
});

it("goes on at the new card once a frozen one is corrected", async () => {
  const asked = pretendServer(({ path, method }: Asked) => {
    if (path === "/api/gateway/me") return { body: leader };
    if (path.startsWith("/api/registry/areas")) return { body: { items: areas } };
    if (method === "POST" || path.includes("card-2")) return { body: inventedCard({ id: "card-2", number: 2, replaces_id: "card-1", correction: "漏计两家组织", links: { replaces: "/api/assessment/scorecards/card-1" } }) };
    return { body: inventedCard({ state: "frozen", actions: [verb("correction", "更正", true)] }) };
  });
  const router = show(<ScorecardPage />, at());
  fireEvent.click(await screen.findByText("更正", { selector: "button *" }));
  fireEvent.change(await screen.findByRole("textbox"), { target: { value: "漏计两家组织" } });
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "更正" }));
  expect(await screen.findByText(/第 2 版，更正自/)).toBeVisible();
  expect(router.state.location.pathname).toBe("/assessment/scorecards/card-2");
  expect(screen.getByText("漏计两家组织")).toBeVisible();
  const sent = asked.find(({ method }) => method === "POST");
  expect([sent?.path, sent?.body, sent?.headers.get("If-Match")]).toEqual(["/api/assessment/scorecards/card-1/correction", { reason: "漏计两家组织" }, '"3"']);
});

it.each([
  ["corrected_by", /正在更正：第 2 版办理中/],
  ["replaced_by", /本版已由第 2 版取代/],
])("names the newer version of a frozen card and leads to it: %s", async (link, said) => {
  server(inventedCard({ state: "frozen", links: { [link]: "/api/assessment/scorecards/card-2" } }));
  show(<ScorecardPage />, at());
  expect(await screen.findByText(said)).toBeVisible();
  expect(screen.getByRole("link", { name: "打开第 2 版" })).toHaveAttribute("href", "/assessment/scorecards/card-2");
});

it("names the records that were linked by what they are and what their owners call them", async () => {
  const record = "/api/registry/organisations/0190a1b2-0000-7000-8000-000000000001";
  pretendServer(({ path }: Asked) => {
    if (path === record) return { body: { name: "邻里互助会" } };
    if (path === "/api/gateway/me") return { body: leader };
    return { body: path.startsWith("/api/registry/areas") ? { items: areas } : inventedCard({ state: "frozen", lines: [reportedLine({ report: "已落实", records: [record] })] }) };
  });
  show(<ScorecardPage />, at());
  expect(await screen.findByRole("link", { name: "社区社会组织：邻里互助会" })).toHaveAttribute("href", record.replace("/api", ""));
});

it("names an area that was linked, which has a name only among the areas", async () => {
  server(inventedCard({ state: "frozen", lines: [reportedLine({ report: "已落实", records: [`/api/registry/areas/${TOWN}`] })] }));
  show(<ScorecardPage />, at());
  expect(await screen.findByRole("link", { name: "片区：塘厦镇" })).toHaveAttribute("href", `/registry/areas/${TOWN}`);
});

it("says beside an item by which rule its value earns its points", async () => {
  const all = inventedLine("facility_coverage", { item: { ...inventedLine("x").item, name: "服务设施覆盖", scoring: { kind: "threshold", mark: 1_000_000, at_most: false } }, points_hundredths: 0 });
  server(inventedCard({ lines: [all, inventedLine("volunteer_ratio")] }));
  show(<ScorecardPage />, at());
  expect(await screen.findByText("全有全无：达到 100 % 得满分，否则不得分")).toBeVisible();
  expect(screen.getByText("按比例：0 % 及以下不得分，13 % 得满分")).toBeVisible();
});

it("says which formula gives a value that its two numbers do not", async () => {
  const reading = { ...inventedLine("x").reading, value_millionths: 882_000, numerator: 409, denominator: { name: "答卷", value: 451, kind: "answers", on: null, source: "满意度调查" } };
  server(inventedCard({ lines: [inventedLine("satisfaction", { reading, formula: "答卷占比的单侧 95% 置信下限" })] }));
  show(<ScorecardPage />, at());
  expect(await screen.findByText("409 / 451 答卷（满意度调查），占 90.7 %；取值是答卷占比的单侧 95% 置信下限")).toBeVisible();
});

it("names a linked record in the form too", async () => {
  const record = "/api/registry/organisations/0190a1b2-0000-7000-8000-000000000001";
  const filled = reportedLine({ report: "已落实", records: [record] });
  pretendServer(({ path }: Asked) => ({ body: path === "/api/gateway/me" ? leader : path === record ? { name: "邻里互助会" } : inventedCard({ state: "reporting", lines: [filled] }) }));
  show(<ReportForm />, at("/report"));
  await waitFor(() => expect(screen.getByText(/社区社会组织：/)).toHaveTextContent("社区社会组织：邻里互助会"));
  expect(screen.queryByText(record)).toBeNull();
});

it("says until when surveys were counted as what it is, the clock of the system", async () => {
  server(inventedCard({ state: "frozen" }));
  show(<ScorecardPage />, at());
  expect(await screen.findByText("2025-12-31 的数据")).toBeVisible();
  const grounds = screen.getByText(/系统时钟/);
  expect(grounds).not.toBeVisible();
  fireEvent.click(screen.getByText("依据"));
  expect(grounds).toBeVisible();
  expect(grounds).toHaveTextContent("项目服务前 12 条，登记服务前 40 条，志愿服务前 7 条");
  expect(screen.queryByText("更正原因")).toBeNull();
});

it("prints the points with the trail, whichever of the two is open", async () => {
  server(inventedCard({ state: "frozen" }));
  show(<ScorecardPage />, { ...at(), at: "/assessment/scorecards/card-1?tab=trail" });
  expect(await screen.findByText("确认上报")).toBeVisible();
  expect(screen.getByText("6.5 %").closest(".on-paper-only")).not.toBeNull();
});

it.each([[1510, "0.15 %"], [340, "0.034 %"], [65_000, "6.5 %"], [0, "0.0 %"]])("tells a share of %s millionths so that its points can be followed", (value_millionths, said) => {
  const line = inventedLine("volunteer_ratio");
  expect(valueOf({ ...line, reading: { ...line.reading, value_millionths } })).toBe(said);
});

it("says of a scheme whose units are all frozen that its assessment is over, and lists its year among the rankings", async () => {
  const scheme = { id: "scheme-1", version: 4, title: "2025年度考核方案", area_id: "area-441900", state: "assessed", year: 2025, unit_ids: ["a", "b"], items: [], first_day: "2025-01-01", last_day: "2025-12-31", source: "方案", drafted_at: "2025-01-05T01:00:00Z", actions: [], links: {} };
  pretendServer(({ path }: Asked) => {
    if (path === "/api/gateway/me") return { body: leader };
    if (path.startsWith("/api/registry/areas")) return { body: { items: areas } };
    if (path.includes("/rankings/")) return { body: inventedRanking };
    return { body: path.includes("scheme-1") ? scheme : { items: [{ ...scheme, year: 2027, state: "draft" }, scheme], next: null, count: null } };
  });
  show(<SchemePage />, { at: "/assessment/schemes/scheme-1", path: "/assessment/schemes/:id" });
  expect(await screen.findByText("考核已结束")).toBeVisible();
  expect(screen.getByText(/2 个单位的评分均已冻结/)).toBeVisible();
  cleanup();
  show(<RankingPage />, { at: "/assessment/rankings", path: "/assessment/rankings" });
  expect(await screen.findByRole("list", { name: "2025 年度得分" })).toBeVisible();
});
