/** A result is shown only where it cannot give anybody away. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import type { Results } from "./queries";
import { SurveyResults } from "./SurveyResults";

const results = (changes: Partial<Results>): Results => ({
  survey_id: "s1",
  answered: 15,
  withheld: null,
  scores: [0, 0, 0, 7, 8],
  comments: ["志愿者很耐心"],
  stage: null,
  settings_source: "默认规则",
  settings_are_assumed: true,
  ...changes,
});

it("shows how many gave each score, and what was said", async () => {
  pretendServer(() => ({ body: results({}) }));
  show(<SurveyResults id="s1" />);
  expect(await screen.findByText("8 份 53 %")).toBeVisible();
  expect(screen.getByText("志愿者很耐心")).toBeVisible();
});

it("shows nothing of a small group but why", async () => {
  pretendServer(() => ({ body: results({ withheld: "small_group", answered: 3, scores: null, comments: null }) }));
  show(<SurveyResults id="s1" />);
  expect(await screen.findByText("作答人数太少，为保护受访者不公布")).toBeVisible();
  expect(screen.queryByText(/份 \d+ %/)).toBeNull();
});

const stage = {
  satisfied_from: 4, quantile_ppm: 1_644_854, full_from_ppm: 800_000, least_to_ppm: 600_000, least_share_ppm: 700_000, least_answers: 20,
  bound_ppm: 738_336, share_ppm: 907_504,
};

it("shows what the answers pay of a contract's stage, with every number of the rule", async () => {
  pretendServer(() => ({ body: results({ answered: 20, scores: [0, 0, 2, 8, 10], stage }) }));
  show(<SurveyResults id="s1" />);
  expect(await screen.findByText("90.75 %")).toBeVisible();
  expect(screen.getByText("18 份（4 分及以上）")).toBeVisible();
  expect(screen.getByText(/分位数 1.644854/)).toBeVisible();
});

it("leaves it to two people where too few have answered", async () => {
  pretendServer(() => ({ body: results({ answered: 6, scores: [0, 0, 0, 0, 6], stage: { ...stage, share_ppm: null } }) }));
  show(<SurveyResults id="s1" />);
  expect(await screen.findByText("不足 20 份答卷，由两人会商决定")).toBeVisible();
});
