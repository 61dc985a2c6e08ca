/** What waits for its hour says from when it can be done, and does not look due before. */
import { expect, it } from "vitest";
import { doableFrom, saysWhen } from "./states";

const now = new Date("2026-11-26T01:00:00Z");
const task = { doable_at: null, due_on: null, opened_at: "2026-11-25T01:00:00Z" };

it("says from which day an award, and from which hour an opening can be done", () => {
  expect(saysWhen({ ...task, doable_at: "2026-12-02T16:00:00Z" }, now)).toBe("自 2026-12-03 起可办");
  expect(saysWhen({ ...task, doable_at: "2026-12-08T01:30:00Z", due_on: "2026-12-08" }, now)).toBe("自 2026-12-08 09:30 起可办");
  expect(doableFrom({ doable_at: "2026-11-25T01:00:00Z" }, now)).toBeUndefined();
  expect(saysWhen({ ...task, due_on: "2026-12-08" }, now)).toBe("2026-12-08 前办结");
  expect(saysWhen(task, now)).toBe("2026-11-25 起");
});
