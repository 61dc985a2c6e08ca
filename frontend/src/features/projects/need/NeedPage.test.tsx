/** One need: what waits first, merging into another, the way to a project. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import { account, areas, inventedNeed, verb } from "../invented";
import NeedPage from "./NeedPage";

const merger = verb("needs/need-1/merger", "并入其他需求");
const sources = verb("needs/need-1/sources", "补充来源");
const shown = inventedNeed({ state: "raised", actions: [verb("needs/need-1/acceptance", "受理入池"), merger, sources] });
const others = [
  inventedNeed({ id: "need-2", title: "长者送餐", actions: [sources] }),
  inventedNeed({ id: "need-3", title: "旧需求", state: "declined" }),
];

function server(need = shown) {
  return ({ path }: Asked) => {
    if (path === "/api/gateway/me") return { body: account("community_officer") };
    if (path === "/api/registry/areas") return { body: { items: areas, next: null, count: null } };
    if (path === "/api/projects/need-categories") return { body: { items: [{ code: "elderly", name: "为老服务", source: "", assumption: true }], next: null, count: null } };
    if (path === "/api/projects/needs/need-1/chain") return { body: { need_id: "need-1", state: need.state, raised_at: need.raised_at, project: null, activities: [], links: {} } };
    if (path.startsWith("/api/projects/needs?")) return { body: { items: [need, ...others], next: null, count: null } };
    return { body: need };
  };
}

const open = () => show(<NeedPage />, { at: "/projects/needs/need-1", path: "/projects/needs/:id" });

it("opens with what waits and for whom, then the facts, then the channels it was heard by, the latest first", async () => {
  pretendServer(server());
  open();
  await screen.findByText(/受理入池；与已有需求相同的并入/);
  await screen.findByText(/林村社区经办/);
  await screen.findByText("为老服务");
  const inOrder = ["受理入池", "为老服务", "议事会", "入户走访"].map((said) => screen.getByText(said));
  inOrder.slice(1).forEach((later, at) => expect(inOrder[at]?.compareDocumentPosition(later)).toBe(Node.DOCUMENT_POSITION_FOLLOWING));
});

it("merges into a need of the community that still goes on, on the version seen", async () => {
  const asked = pretendServer(server());
  open();
  fireEvent.click(await screen.findByText("并入其他需求"));
  fireEvent.mouseDown(await screen.findByLabelText("并入哪一项需求"));
  const choice = await screen.findByTitle(/长者送餐（已入池/);
  expect(screen.queryByTitle(/旧需求/)).toBeNull();
  fireEvent.click(choice);
  fireEvent.click(screen.getAllByText("并入其他需求").at(-1) as HTMLElement);
  await waitFor(() => {
    const sent = asked.find(({ method }) => method === "POST");
    expect(sent).toMatchObject({ path: "/api/projects/needs/need-1/merger", body: { into_id: "need-2" } });
    expect(sent?.headers.get("If-Match")).toBe('"2"');
  });
});

it("leads from a pooled need to the draft of a project", async () => {
  pretendServer(server(inventedNeed({ actions: [merger, sources] })));
  open();
  const begin = await screen.findByRole("button", { name: "据此起草项目" });
  expect(begin.closest("a")).toHaveAttribute("href", "/projects/projects/new?need_id=need-1");
  expect(begin).toHaveClass("ant-btn-primary");
  expect(screen.getByRole("button", { name: "并入其他需求" })).not.toHaveClass("ant-btn-primary");
});

it("tells the need that goes on from those that were merged into this one", async () => {
  pretendServer(({ path, ...asked }) => (path.endsWith("/needs/need-2") ? { body: others[0] } : server(inventedNeed({ state: "merged", merged_into_id: "need-2" }))({ path, ...asked })));
  open();
  expect(await screen.findByText(/此后由它办理/)).toHaveTextContent("已并入“长者送餐”，此后由它办理");
  expect(screen.getByText("由其他需求并入")).toBeVisible();
});
