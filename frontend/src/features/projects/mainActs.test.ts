/** The main button of a record is the act that moves it on, and never one that only changes or ends it early. */
import { expect, it } from "vitest";
import { nextOfDeliberation } from "./deliberation/nextOfDeliberation";
import { inventedDeliberation, inventedRule } from "./deliberation/invented";
import { inventedNeed, inventedProject } from "./invented";
import { inventedPayment } from "./inventedSpending";
import { nextOfNeed } from "./need/nextOfNeed";
import { nextOfPayment } from "./payment/nextOfPayment";
import { nextOfProject } from "./project/nextOfProject";

const LATER = "2099-12-03T11:30:00Z";
const may = { propose: true, takeFurther: false };

it("does not ask to close a project that has just been approved, and does once it is what is left", () => {
  expect(nextOfProject(inventedProject({ lines_fen: 0, free_fen: 0, activities_published: 0, activities_held: 0 }))?.aside).toEqual(["closing"]);
  const due = nextOfProject(inventedProject({ activities_published: 0, closing_due: true }));
  expect(due?.what).toMatch(/结项/);
  expect(due?.aside).toBeUndefined();
  // A line is left to buy from, whatever was held under the contract that has ended.
  const left = nextOfProject(inventedProject({ activities_published: 0, activities_held: 3, buying_due: true }));
  expect([left?.what, left?.aside]).toEqual([expect.stringMatching(/^起草采购/), ["closing"]]);
});

it("lets nobody take the change of a plan that was told for the next step, and says from when its meeting is entered", () => {
  const told = nextOfDeliberation(inventedDeliberation({ state: "notified", meets_at: LATER }), inventedRule, may);
  expect(told?.what).toContain("2099-12-03 19:30 起可登记举行情况");
  expect(told?.aside).toEqual(["revision"]);
  const late = nextOfDeliberation(inventedDeliberation({ state: "draft", notify_by: "2020-01-01" }), inventedRule, may);
  expect(late?.what).toContain("推迟会议时间后再通知");
});

it("does not offer another share as the main act once one is proposed", () => {
  expect(nextOfPayment(inventedPayment({ state: "proposed", proposed_ppm: 900_000 }))?.aside).toEqual(["share"]);
});

it("waits for the conclusion of the talk about a need before a project is begun from it", () => {
  const open = nextOfNeed(inventedNeed(), true, true, []);
  expect(open?.ways?.map(({ label, isMain }) => [label, isMain])).toEqual([["据此起草项目", true], ["发起协商", undefined]]);
  const held = nextOfNeed(inventedNeed(), true, true, [inventedDeliberation({ state: "held" })]);
  expect(held?.what).toBe("协商已举行，待形成协商意见；形成意见后再起草项目");
  expect(held?.ways?.map(({ label, isMain }) => [label, isMain])).toEqual([["查看协商", true], ["据此起草项目", false]]);
});
