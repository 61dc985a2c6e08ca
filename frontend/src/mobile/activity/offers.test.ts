/** Cards hold the work of one activity together, and say how far it is. */
import { expect, it } from "vitest";
import { metresBetween } from "../position";
import { fakeOpportunity } from "../testing/fakes";
import { byActivity } from "./offers";

it("puts the work of one activity on one card, in the order it came", () => {
  const other = { activity: "/api/projects/activities/activity-2" };
  const cards = byActivity([fakeOpportunity({ id: "a" }), fakeOpportunity({ id: "b", links: other }), fakeOpportunity({ id: "c" })]);
  expect(cards.map(({ activityId, opportunities }) => [activityId, opportunities.map(({ id }) => id)])).toEqual([
    ["activity-1", ["a", "c"]],
    ["activity-2", ["b"]],
  ]);
});

it("measures over ground, and only between known places", () => {
  const metres = metresBetween({ latitude: 23.02, longitude: 113.75 }, { latitude: 23.029, longitude: 113.75 });
  expect(Math.round(metres ?? 0)).toBe(1001);
  expect(metresBetween(null, { latitude: 23, longitude: 113 })).toBeNull();
  expect(metresBetween({ latitude: 23, longitude: 113 }, { latitude: null, longitude: null })).toBeNull();
});
