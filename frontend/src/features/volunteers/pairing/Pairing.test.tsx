/** A pairing whose worker has left says so first, and is handed over to whom the service proposes, with the reasons. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import { inventedPairing, inventedTeam } from "../inventedTeams";
import TeamPage from "../team/TeamPage";
import CoveragePage from "./CoveragePage";
import PairingPage from "./PairingPage";

const page = (items: unknown[]) => ({ items, next: null, count: null });
const DUE = inventedPairing({
  state: "handover_due", handover_because: "post_vacated", handover_since: "2026-11-20", handover_until: "2026-11-30",
  actions: [{ name: "handover", label: "交接", method: "POST", needs_reason: false, href: "/api/volunteers/pairings/p1/handover" }],
});
const PROPOSED = {
  most_teams: 5, most_volunteers: 150, source: "系统默认",
  items: [
    { social_worker_id: "w2", posts: [{ area_id: "c1", organisation_id: "o1" }], why: ["same_community", "same_field"], teams: 1, volunteers: 12, spare_teams: 4, spare_volunteers: 138 },
    { social_worker_id: "w3", posts: [{ area_id: "c2", organisation_id: null }], why: ["same_town"], teams: 0, volunteers: 0, spare_teams: 5, spare_volunteers: 150 },
  ],
};

const AREAS = [
  { id: "t1", code: "441900003", name: "东城街道", parent_id: "city" },
  { id: "c1", code: "441900003001", name: "岗贝社区居民委员会", parent_id: "t1" },
  { id: "c2", code: "441900003002", name: "温塘村民委员会", parent_id: "t1" },
];
const REGISTERED = ["w2", "w3"].map((id) => ({ id, name: "张*", level: "intermediate", certificate_number: `DEMO-00000${id.slice(1)}` }));

function answer({ method, path, body }: Asked): { status?: number; body: unknown } {
  if (path.endsWith("/social-workers/names")) return { body: { items: (body as { ids: string[] }).ids.filter((id) => id !== "w1").map((id) => ({ id, name: `社工${id.slice(1)}` })) } };
  if (path.includes("/registry/social-workers?")) return { body: page(REGISTERED) };
  if (path.endsWith("/me")) return { body: { id: "a1", kind: "staff", display_name: "经办人", grants: [] } };
  if (path.endsWith("/registry/areas")) return { body: page([{ id: "city", code: "441900", name: "东莞市", parent_id: null }, ...AREAS]) };
  if (path.endsWith("/organisations/o1")) return { body: { id: "o1", name: "演示社工服务中心" } };
  if (method === "POST") return { status: 201, body: inventedPairing({ id: "p2", social_worker_id: "w2", predecessor_id: "p1" }) };
  if (path.includes("/pairing-candidates")) return { body: PROPOSED };
  if (path.includes("/joint-activities")) return { body: page([]) };
  if (path.includes("/pairings/p2")) return { body: inventedPairing({ id: "p2", social_worker_id: "w2", predecessor_id: "p1" }) };
  if (path.includes("/pairings/p1")) return { body: DUE };
  if (path.includes("/pairings?")) return { body: page([DUE]) };
  if (path.includes("/teams/t1")) return { body: inventedTeam() };
  return { body: page([]) };
}

it("hands over to a proposed successor, with the reasons in sight", async () => {
  const asked = pretendServer(answer);
  show(<PairingPage />, { at: "/volunteers/pairings/p1", path: "/volunteers/pairings/:id" });
  expect(await screen.findByText(/社工已离岗：交接给继任社工/)).toBeVisible();
  fireEvent.click(screen.getByText("交接", { selector: "button *" }));
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  expect(await dialog.findByText("在本社区任职、服务领域相同")).toBeInTheDocument();
  expect(await dialog.findByText("张*（社会工作师，证书尾号 0002）")).toBeInTheDocument();
  expect(dialog.getByText("张*（社会工作师，证书尾号 0003）")).toBeInTheDocument();
  expect(dialog.getByText("东城街道 / 岗贝社区").closest("label")).toHaveTextContent("任职：东城街道 / 岗贝社区（演示社工服务中心）");
  expect(dialog.getByText("东城街道 / 温塘村")).toBeInTheDocument();
  expect(dialog.getByText("共 2 名候选，最合适的在前。")).toBeInTheDocument();
  expect(dialog.getByText("现结对 1 队 12 人 · 还可结对 4 队 138 人")).toBeInTheDocument();
  fireEvent.click(dialog.getAllByRole("radio", { hidden: true })[0] as HTMLElement);
  fireEvent.change(dialog.getByLabelText("交接说明"), { target: { value: "每周三上午探访" } });
  fireEvent.click(dialog.getByText("交接", { selector: "button *" }));
  await waitFor(() => expect(asked.find(({ method, path }) => method === "POST" && !path.endsWith("/names"))).toMatchObject({ path: "/api/volunteers/pairings/p1/handover", body: { social_worker_id: "w2", note: "每周三上午探访" } }));
  expect(await screen.findByText("查看上一任结对")).toBeVisible();
});

it("names the social worker to whoever may know them, and asks nothing of the others that is refused", async () => {
  const asked = pretendServer(answer);
  show(<PairingPage />, { at: "/volunteers/pairings/p2", path: "/volunteers/pairings/:id" });
  expect((await screen.findAllByText("社工2"))[0]?.closest("a")).toHaveAttribute("href", "/registry/social-workers/w2");
  show(<PairingPage />, { at: "/volunteers/pairings/p1", path: "/volunteers/pairings/:id" });
  expect((await screen.findAllByText("社工（姓名未公开）"))[0]).toBeVisible();
  expect(asked.filter(({ path }) => /social-workers\/w/.test(path))).toEqual([]);
});

it("says on the team's page that a successor is due, and leads there", async () => {
  pretendServer(answer);
  show(<TeamPage />, { at: "/volunteers/teams/t1", path: "/volunteers/teams/:id" });
  expect(await screen.findByText("结对社工已离开：交接给继任社工")).toBeVisible();
  expect(screen.getByText("去交接").closest("a")).toHaveAttribute("href", "/volunteers/pairings/p1");
});

it("shows ratio, span and the teams without a worker", async () => {
  const line = { area_id: "area-1", code: "441900003001", level: "community", name: "岗贝", teams: 2, members: 38, paired_members: 30, running: 1, handover_due: 1, paired_workers: 1, workers_in_post: 2, widest: 1 };
  const covered = { communities: 3, with_team: 1, paired_workers: 1, most_teams: 5, source: "系统默认", areas: [line], without_worker: [{ team_id: "t1", area_id: "area-1", name: "护苗队", members: 8 }] };
  const leader = { id: "a1", kind: "staff", display_name: "领导", grants: [{ role: "leader", area_id: "area-1" }] };
  pretendServer(({ path }) => ({ body: path.includes("/pairing-coverage") ? covered : path.endsWith("/me") ? leader : page([]) }));
  show(<CoveragePage />, { at: "/volunteers/pairing-coverage?area_id=area-1", path: "/volunteers/pairing-coverage" });
  expect(await screen.findByText("1 支没有社工")).toBeVisible();
  expect(screen.getAllByText("1 : 30")).toHaveLength(2);
  expect(screen.getByText("1 名结对社工 · 有社工的队伍共 30 名队员")).toBeVisible();
  expect(screen.getByText("护苗队").closest("a")).toHaveAttribute("href", "/volunteers/teams/t1");
});
