/** What a notice says of the objections to it. */
import { expect, it } from "vitest";
import type { Notice } from "./desk";
import { factsOfNotice } from "./factsOfNotice";

const notice = { kind: "award", text: "拟成交", opened_at: "2026-11-25T01:00:00Z", closes_at: "2026-12-02T16:00:00Z", source: "平台预设（待本地规定替换）", assumption: true, confirmed_at: null, objections_waiting: 0, objections_upheld: 0, objections_dismissed: 0 } as Notice;
const said = (of: Notice, label: string) => factsOfNotice(of).find((fact) => fact.label === label)?.value;

it("does not read as if nobody had objected once everything is answered", () => {
  expect(said(notice, "异议")).toBe("没有人提出异议");
  expect(said({ ...notice, objections_dismissed: 1 }, "异议")).toBe("共 1 件：待答复 0 件，成立 0 件，不成立 1 件");
});

it("says when the result was confirmed, beside the words that lay open", () => {
  expect(factsOfNotice(notice).some(({ label }) => label === "成交确认于")).toBe(false);
  const confirmed = { ...notice, confirmed_at: "2026-12-03T01:00:00Z" };
  expect(factsOfNotice(confirmed).some(({ label }) => label === "成交确认于")).toBe(true);
  expect(said(confirmed, "公示内容")).toBe("拟成交");
});

it("says once that a term is the platform's own", () => {
  expect(said(notice, "期限依据")).toBe("平台预设（待本地规定替换）");
});
