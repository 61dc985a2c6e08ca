/** The list of activities: found while typing, read without a network, and near the top in the elder view. */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { keep } from "@/api/kept";
import { pretendServer } from "@/testing/server";
import { fakeOpportunity, inDays } from "../testing/fakes";
import { openPhone, page, reopenPhone, serve } from "../testing/phone";

const HERE = { id: "community-1", code: "441900003001", name: "岗贝社区", parent_id: "town-1" };
const AREAS = [{ id: "city", code: "441900", name: "东莞市", parent_id: null }, { id: "town-1", code: "441900003", name: "东城街道", parent_id: "city" }, HERE];

it("is searched while one types, once for a word, and shows all again when another kind is chosen", async () => {
  const asked = serve({});
  const searched = () => asked.flatMap(({ path }) => new URLSearchParams(path.split("?")[1]).get("q") ?? []);
  openPhone("/");
  await userEvent.type(await screen.findByRole("searchbox"), "舞龙");
  await waitFor(() => expect(searched()).toEqual(["舞龙"]));
  expect(screen.getByRole("radio", { name: "全部活动" })).toBeChecked();
  await userEvent.click(screen.getByRole("radio", { name: "还有名额" }));
  expect(screen.getByRole("searchbox")).toHaveValue("");
  expect(location.search).toBe("?show=places");
});

it("is read again without a network, but not what is over", async () => {
  keep("community", HERE.id);
  const over = { id: "over", title: "昨天的活动", starts_at: inDays(-1), ends_at: inDays(-0.9), links: { activity: "/api/projects/activities/activity-2" } };
  serve({
    "GET /api/registry/areas": () => page(AREAS),
    "GET /api/volunteers/opportunities": () => page([fakeOpportunity(), fakeOpportunity(over)]),
  });
  openPhone("/");
  await screen.findByRole("heading", { name: "周末敬老院探访" });
  expect(await screen.findByRole("button", { name: /地区：.*岗贝社区/ })).toBeInTheDocument();

  pretendServer(() => "network down");
  await reopenPhone("/");
  expect(await screen.findByText(/可能已有变化/)).toBeInTheDocument();
  expect(screen.getByRole("heading", { name: "周末敬老院探访" })).toBeInTheDocument();
  expect(screen.queryByText("昨天的活动")).not.toBeInTheDocument();
  expect(screen.getByRole("button", { name: /地区：.*岗贝社区/ })).toBeInTheDocument();
  expect(screen.getAllByRole("alert")).toHaveLength(1);
  await userEvent.click(screen.getByRole("radio", { name: "还有名额" }));
  await waitFor(() => expect(screen.queryByRole("heading", { name: "周末敬老院探访" })).not.toBeInTheDocument());

  serve({ "GET /api/volunteers/opportunities": () => page([fakeOpportunity({ title: "新的活动" })]) });
  await userEvent.click(screen.getByRole("radio", { name: "招募志愿者" }));
  expect(await screen.findByRole("heading", { name: "新的活动" })).toBeInTheDocument();
  expect(screen.queryByText(/可能已有变化/)).not.toBeInTheDocument();
});

it("begins with activities in the elder view; what narrows it is behind one button that says what is shown", async () => {
  serve({ "GET /api/volunteers/opportunities": () => page([fakeOpportunity()]) });
  openPhone("/");
  await screen.findByRole("searchbox");
  await userEvent.click(screen.getByRole("button", { name: "长辈版" }));
  expect(screen.queryByRole("searchbox")).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "查找：招募志愿者 · 全市" }));
  await userEvent.click(screen.getByRole("radio", { name: "还有名额" }));
  expect(screen.getByRole("button", { name: "查找：还有名额 · 全市" })).toHaveAttribute("aria-expanded", "true");
});
