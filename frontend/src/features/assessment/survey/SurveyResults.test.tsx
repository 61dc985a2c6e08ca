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
