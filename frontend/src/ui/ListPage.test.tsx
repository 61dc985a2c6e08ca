/** A list: pages, rows, filters, emptiness. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { Problem } from "@/api/problem";
import { show } from "@/testing/page";
import { ListPage } from "./ListPage";
import type { Filter } from "./listState";

interface Need {
  id: string;
  title: string;
}

interface Query {
  q?: string;
  after?: string;
}

const columns = [
  { key: "title", title: "需求", value: (need: Need) => need.title },
  { key: "id", title: "编号", value: (need: Need) => need.id },
];
const filters: Filter<Query>[] = [{ name: "q", label: "名称", kind: "text" }];
const all = ["助餐", "托管", "扶手"].map((title, at) => ({ id: `n${at}`, title }));

function page({ q, after }: Query) {
  const found = all.filter(({ title }) => !q || title.includes(q));
  const from = Number(after ?? 0);
  return Promise.resolve({ items: found.slice(from, from + 2), next: from + 2 < found.length ? String(from + 2) : null });
}

const list = (ask = page) => (
  <ListPage title="居民需求" list={{ key: ["needs"], page: ask }} columns={columns} filters={filters} open={({ id }) => `/needs/${id}`} />
);

it("shows the first page and more on demand", async () => {
  show(list());
  expect(await screen.findByRole("link", { name: "助餐" })).toBeVisible();
  expect(screen.queryByText("扶手")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "更多" }));
  expect(await screen.findByText("扶手")).toBeVisible();
  expect(screen.getByText("已显示全部 3 条")).toBeVisible();
});

it("opens a row by Enter and by a click anywhere in it, and finds it again when coming back", async () => {
  const router = show(list());
  (await screen.findByRole("link", { name: "助餐" })).focus();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(router.state.location.pathname).toBe("/needs/n1");
  await router.navigate(-1);
  expect(await screen.findByRole("link", { name: "托管" })).toHaveFocus();
  await userEvent.click(screen.getByText("n0"));
  expect(router.state.location.pathname).toBe("/needs/n0");
});

it("reads its filters from the URL and writes them there", async () => {
  const router = show(list(), { at: "/needs?q=托" });
  expect(await screen.findByRole("link", { name: "托管" })).toBeVisible();
  expect(screen.queryByText("助餐")).toBeNull();
  await userEvent.clear(screen.getByLabelText("名称"));
  await userEvent.type(screen.getByLabelText("名称"), "没有{Enter}");
  expect(await screen.findByText("没有符合条件的记录")).toBeVisible();
  expect(screen.getByLabelText("名称")).toHaveFocus();
  expect(new URLSearchParams(router.state.location.search).get("q")).toBe("没有");
  await userEvent.click(screen.getAllByRole("button", { name: "清除条件" })[0] as HTMLElement);
  expect(await screen.findByText("助餐")).toBeVisible();
});

it("does not call the focus back to a row found again once, and clears the text with the filter", async () => {
  const router = show(list());
  await userEvent.click(await screen.findByRole("link", { name: "托管" }));
  await router.navigate(-1);
  expect(await screen.findByRole("link", { name: "托管" })).toHaveFocus();
  await userEvent.type(screen.getByLabelText("名称"), "没有{Enter}");
  await userEvent.click((await screen.findAllByRole("button", { name: "清除条件" }))[0] as HTMLElement);
  expect(await screen.findByRole("link", { name: "托管" })).not.toHaveFocus();
  expect(screen.getByLabelText("名称")).toHaveValue("");
});

it("takes a filter that always stands for no narrowing", async () => {
  const always: Filter<Query>[] = [{ name: "q", label: "名称", kind: "select", initial: "没有", options: [] }];
  const empty = { title: "还没有需求" };
  show(<ListPage title="居民需求" list={{ key: ["needs"], page }} columns={columns} filters={always} open={({ id }) => id} empty={empty} />);
  expect(await screen.findByText("还没有需求")).toBeVisible();
  expect(screen.queryByRole("button", { name: "清除条件" })).toBeNull();
});

it("says what went wrong and tries again", async () => {
  const ask = vi.fn(page).mockRejectedValueOnce(new Problem({ type: "failed", title: "服务出错，请稍后再试。", status: 500 }));
  show(list(ask));
  expect(await screen.findByText("服务出错，请稍后再试。")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "再试一次" }));
  expect(await screen.findByText("助餐")).toBeVisible();
});
