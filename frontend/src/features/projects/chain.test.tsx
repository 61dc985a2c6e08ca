/** The line from need to satisfaction. */
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { Chain } from "@/ui/Chain";
import { activityChainSteps, needChainSteps } from "./chain";
import { inventedDeliberation } from "./deliberation/invented";
import { inventedActivity, inventedNeed, inventedProject } from "./invented";
import type { Chain as KnownChain } from "./need/queries";

const OFFICER = { needs: true, surveys: true };
const MANAGER = { needs: false, surveys: false };

const steps = () => screen.getAllByRole("listitem");
const hrefOf = (name: string) => screen.getByRole("link", { name }).getAttribute("href");

it("marks the record that is looked at and links the others", () => {
  show(<Chain steps={activityChainSteps(inventedActivity({ state: "held" }), { hours: 3, survey: { id: "survey-1", drawn: 20, answered: 8 } }, OFFICER)} />);
  expect(steps().map((step) => step.getAttribute("aria-current"))).toEqual([null, null, "step", null, null]);
  expect(within(steps()[2] as HTMLElement).queryByRole("link")).toBeNull();
  expect(hrefOf("需求")).toBe("/projects/needs/need-1");
  expect(hrefOf("项目")).toBe("/projects/projects/project-1");
  expect(hrefOf("志愿服务时长")).toBe("/volunteers/hours?activity_id=activity-1");
  expect(hrefOf("满意度")).toBe("/assessment/surveys/survey-1");
  expect(screen.getByText("8 / 20 份")).toBeVisible();
  expect(screen.getByText("已确认 3 条")).toBeVisible();
});

it("leaves what nobody knows of yet ahead, without a link", () => {
  expect(needChainSteps(inventedNeed(), undefined).map(({ at, to }) => [at, to])).toEqual([
    ["current", undefined],
    ["ahead", undefined],
    ["ahead", undefined],
    ["ahead", undefined],
    ["ahead", undefined],
    ["ahead", undefined],
  ]);
});

it("opens the one activity of a need, or the list of several", () => {
  const one = inventedActivity({ state: "held" });
  const chain = { need_id: "need-1", project: inventedProject(), activities: [one] } as unknown as KnownChain;
  expect(needChainSteps(inventedNeed(), chain)[3]).toMatchObject({ to: "/projects/activities/activity-1", at: "done", note: "已举办" });
  expect(needChainSteps(inventedNeed(), chain)[4]).toMatchObject({ to: "/volunteers/hours?activity_id=activity-1" });
  const two = { ...chain, activities: [...chain.activities, { ...chain.activities[0], id: "activity-2", state: "published" }] } as KnownChain;
  expect(needChainSteps(inventedNeed(), two)[3]).toMatchObject({ to: "/projects/activities?need_id=need-1", note: "已办 1 · 待办 1" });
  expect(needChainSteps(inventedNeed(), two)[5]).toMatchObject({ to: "/projects/activities?need_id=need-1&state=held", at: "done" });
});

it("leads an organisation's manager only to pages that open", () => {
  const line = activityChainSteps(inventedActivity({ state: "held" }), {}, MANAGER);
  expect(line[0]).toMatchObject({ to: "/projects/projects/project-1?tab=needs", note: "1 项" });
  expect(line[4]).toMatchObject({ to: "/projects/activities/activity-1?tab=survey", at: "ahead" });
});

it("fills no step at which nothing has happened, and still leads there", () => {
  const held = inventedActivity({ state: "held" });
  const unanswered = { hours: 0, survey: { id: "survey-1", drawn: 20, answered: 0 } };
  expect(activityChainSteps(held, unanswered, OFFICER).slice(3)).toMatchObject([
    { at: "ahead", to: "/volunteers/hours?activity_id=activity-1" },
    { at: "ahead", to: "/assessment/surveys/survey-1", note: "0 / 20 份" },
  ]);
  const chain = { need_id: "need-1", project: inventedProject(), activities: [held] } as unknown as KnownChain;
  expect(needChainSteps(inventedNeed(), chain, unanswered).slice(4).map(({ at }) => at)).toEqual(["ahead", "ahead"]);
  expect(needChainSteps(inventedNeed(), chain, { hours: 3 })[4]).toMatchObject({ at: "done", note: "已确认 3 条" });
});

it("tells what was talked over about a need before its project", () => {
  const talk = inventedDeliberation({ state: "concluded", outcome: "agreed" });
  const chain = { need_id: "need-1", deliberations: [talk], project: null, activities: [] } as unknown as KnownChain;
  expect(needChainSteps(inventedNeed(), chain)[1]).toMatchObject({ label: "议事", to: "/projects/deliberations/deliberation-1", note: "达成一致", at: "done" });
  const two = { ...chain, deliberations: [talk, { ...talk, id: "deliberation-2", state: "notified", outcome: null }] } as unknown as KnownChain;
  expect(needChainSteps(inventedNeed(), two)[1]).toMatchObject({ to: "/projects/deliberations?need_id=need-1", note: "已通知", at: "ahead" });
});
