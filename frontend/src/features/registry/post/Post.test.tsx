/** One post: who held it until which day, and who of the same employer may fill it. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import type { SocialWorker } from "@/ui/workers";
import { areas } from "../invented";
import { inventedPost, verbOf } from "../inventedKept";
import PostPage from "./PostPage";
import { PostsOf } from "./PostsOf";

const page = (items: unknown[]) => ({ items, next: null, count: null });

const worker = (id: string, changes: Partial<SocialWorker> = {}): SocialWorker => ({
  id, version: 1, area_id: "area-441900116", state: "registered", name: "演*", level: "assistant", certificate_number: `DEMO-${id}`,
  certified_on: "2020-06-01", valid_from: "2025-12-01", valid_to: "2099-12-01", registered_under: "办法", employer_kind: "town_government", organisation_id: null,
  actions: [], links: {}, ...changes,
});

const server = () =>
  pretendServer(({ method, path }: Asked) => {
    if (path.endsWith("/areas")) return { body: page(areas) };
    if (path.includes("/social-workers/names")) return { body: { items: [{ id: "w1", name: "演*" }] } };
    if (path.includes("/social-workers")) return { body: page([worker("w2"), worker("w3", { employer_kind: "agency", organisation_id: "o1" }), worker("w4", { valid_to: "2026-01-01" })]) };
    if (path.includes("social_worker_id=w1")) return { body: page([inventedPost()]) };
    return { body: inventedPost(method === "GET" ? { actions: [verbOf("posts/p1/filling", "上岗")] } : {}) };
  });

it("offers only registered workers of the post's employer", async () => {
  const asked = server();
  show(<PostPage />, { at: "/registry/posts/p1", path: "/registry/posts/:id" });
  expect(await screen.findByText("考取研究生")).toBeVisible();
  expect(screen.getByText("2026-05-31")).toBeVisible();
  fireEvent.click(screen.getByText("上岗", { selector: "button *" }));
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  fireEvent.mouseDown(dialog.getByLabelText("社工"));
  const choices = await screen.findAllByTitle(/证书尾号/);
  expect(choices.map((one) => one.title)).toEqual(["演*（助理社会工作师，证书尾号 O-w2）"]);
  fireEvent.click(choices[0] as HTMLElement);
  fireEvent.click(dialog.getByText("上岗", { selector: "button *" }));
  await waitFor(() => expect(asked.find(({ method, path }) => method === "POST" && !path.endsWith("/names"))).toMatchObject({ path: "/api/registry/posts/p1/filling", body: { social_worker_id: "w2" } }));
});

it("says on which days a social worker held it", async () => {
  server();
  show(<PostsOf social_worker_id="w1" />);
  expect(await screen.findByText("2026-02-01 至 2026-05-31")).toBeVisible();
});
