/** An invented to-do for tests. */
import type { Task } from "./queries";

export const fakeTask = (given: Partial<Task> = {}): Task => ({
  id: "task-1", version: 1, area_id: "a", area_name: "花园新村社区", state: "open", code: "need-acceptance", title: "受理居民需求", role: "community_officer",
  organisation_id: null, href: "/api/projects/needs/need-1", page: "/projects/needs/need-1", due_on: null, doable_at: null, overdue: false,
  opened_at: "2026-11-03T01:00:00Z", closed_at: null, actions: [], links: { record: "/api/projects/needs/need-1" }, ...given,
});
