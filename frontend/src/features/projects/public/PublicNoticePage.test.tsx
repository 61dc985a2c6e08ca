/** A notice for everybody: read without signing in, objected to after it. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal, type Asked } from "@/testing/server";
import { account } from "../invented";
import { inventedNotice, inventedObjection } from "../inventedSpending";
import PublicNoticePage from "./PublicNoticePage";

function open(isSignedIn: boolean) {
  const asked = pretendServer(({ path, method }: Asked) => {
    if (path === "/api/gateway/me") return isSignedIn ? { body: { ...account("resident"), grants: [] } } : refusal(401, "sign-in-needed");
    if (method === "POST") return { status: 201, body: inventedObjection() };
    if (path.includes("/objections")) return { body: { items: [], next: null, count: null } };
    return { body: path.includes("/notices/") ? inventedNotice() : { items: [], next: null, count: null } };
  });
  show(<PublicNoticePage />, { at: "/public/notices/notice-1", path: "/public/notices/:id" });
  return asked;
}

it("is read by a visitor, who is shown where to sign in", async () => {
  const asked = open(false);
  expect(await screen.findByText(/拟成交金额：48,000.00 元/)).toBeVisible();
  expect((await screen.findByRole("link", { name: /登\s*录/ })).getAttribute("href")).toBe("/sign-in?to=%2Fpublic%2Fnotices%2Fnotice-1");
  expect(asked.some(({ path }) => path.includes("/objections"))).toBe(false);
});

it("takes an objection from somebody signed in", async () => {
  const asked = open(true);
  fireEvent.change(await screen.findByRole("textbox", { name: "异议" }), { target: { value: "拟成交单位的业绩材料与事实不符。" } });
  fireEvent.click(screen.getByRole("button", { name: "提出异议" }));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ text: "拟成交单位的业绩材料与事实不符。" }));
  expect(await screen.findByText("已提出，答复后在“异议”中查看")).toBeVisible();
});
