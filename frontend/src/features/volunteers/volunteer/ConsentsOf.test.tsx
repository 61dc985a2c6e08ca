/** Consents say what they are for; one is withdrawn after a question, on the volunteer's version. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import { inventedVolunteer } from "../invented";
import type { Consent } from "./queries";
import VolunteerPage from "./VolunteerPage";

const HERE = "/api/volunteers/volunteers/v1/consents";

const consent = (given: Partial<Consent>): Consent => ({
  id: "c1", activity_id: null, team_id: null, name: "李*", phone: "154****0001", relation: "parent", accompanies: false,
  consented_at: "2026-11-14T01:30:00Z", withdrawn_at: null, actions: [], ...given,
});

const withdrawal = { name: "withdrawal", label: "撤回监护人同意", method: "POST", needs_reason: false, href: `${HERE}/c1/withdrawal` };

/** The tab of a volunteer whose version the withdrawal moves on. */
function opened(items: Consent[]) {
  let version = 7;
  const asked = pretendServer(({ method, path }) => {
    if (method === "POST") version += 1;
    if (path.startsWith(HERE)) return { body: { items } };
    if (path.endsWith("/volunteers/v1")) return { body: inventedVolunteer({ version, actions: [] }) };
    if (path.includes("/activities/")) return { body: { id: "a1", title: "周末敬老陪伴" } };
    if (path.includes("/teams/")) return { body: { id: "t1", name: "邻里守望队" } };
    return { body: { items: [], next: null, count: null } };
  });
  show(<VolunteerPage />, { at: "/volunteers/volunteers/v1?tab=consents", path: "/volunteers/volunteers/:id" });
  return asked;
}

it("says what each consent is for, with the way there, and by whom it was given", async () => {
  opened([
    consent({ id: "c3", team_id: "t1", relation: "grandparent" }),
    consent({ id: "c2", activity_id: "a1", accompanies: true, withdrawn_at: "2026-11-15T01:30:00Z" }),
    consent({}),
  ]);
  expect(await screen.findByText("邻里守望队")).toHaveAttribute("href", "/volunteers/teams/t1");
  expect(await screen.findByText("周末敬老陪伴")).toHaveAttribute("href", "/projects/activities/a1");
  const [ofTeam, ofActivity, ofRegistration] = screen.getAllByText("李*").map((cell) => cell.closest("tr")?.textContent);
  expect(ofTeam).toBe("加入志愿服务队：邻里守望队李*（外）祖父母154****0001—2026-11-14 09:30—");
  expect(ofActivity).toBe("参加一次活动：周末敬老陪伴李*父母154****0001全程陪同2026-11-14 09:302026-11-15 09:30");
  expect(ofRegistration).toBe("注册李*父母154****0001—2026-11-14 09:30—");
  expect(screen.queryByText("撤回监护人同意")).toBeNull();
});

it("withdraws one once it has said what follows, and asks for the volunteer again", async () => {
  const asked = opened([consent({ actions: [withdrawal] })]);
  fireEvent.click(await screen.findByText("撤回监护人同意"));
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  expect(dialog.getByText(/需要此同意的报名会取消.*由负责人当面交接。/)).toBeInTheDocument();
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
  const seen = asked.length;
  fireEvent.click(dialog.getByText("撤回监护人同意", { selector: "button *" }));
  await waitFor(() => expect(asked.slice(seen).filter(({ method }) => method === "GET").map(({ path }) => path)).toEqual(expect.arrayContaining(["/api/volunteers/volunteers/v1", HERE])));
  const sent = asked.find(({ method }) => method === "POST");
  expect(sent?.path).toBe(withdrawal.href);
  expect(sent?.headers.get("If-Match")).toBe('"7"');
});

it("says of a grown-up that none is needed", async () => {
  opened([]);
  expect(await screen.findByText("成年志愿者不需要监护人同意。")).toBeInTheDocument();
});
