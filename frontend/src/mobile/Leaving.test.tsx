/** Signing out: at the server, on the screen and on the phone. */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { keep, ownKey } from "@/api/kept";
import { refusal } from "@/testing/server";
import { fakeVolunteer } from "./testing/fakes";
import { openPhone, page, serve } from "./testing/phone";

const volunteer = { "GET /api/volunteers/volunteers": () => page([fakeVolunteer()]) };

it("changes what is on the screen at once and leaves nothing on the phone", async () => {
  const asked = serve({ ...volunteer, "DELETE /api/gateway/session": () => ({}) });
  openPhone("/mine");
  await screen.findByText("张*");
  keep(ownKey("draft:need"), { title: "路灯坏了" });
  await userEvent.click(screen.getByRole("button", { name: "退出登录" }));
  expect(await screen.findByText("登录后查看")).toBeInTheDocument();
  expect(screen.queryByText("张*")).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "退出登录" })).not.toBeInTheDocument();
  expect(JSON.stringify(localStorage)).not.toMatch(/路灯坏了|account-1/);
  expect(asked.filter(({ method }) => method === "DELETE")).toHaveLength(1);
});

it("says so where the server does not hear it, and stays signed in", async () => {
  serve({ ...volunteer, "DELETE /api/gateway/session": () => "network down" });
  openPhone("/mine");
  await userEvent.click(await screen.findByRole("button", { name: "退出登录" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("没有连上服务器");
  expect(screen.getByText("张*")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "退出登录" })).toBeEnabled();
});

it("takes a session that had ended already for signed out", async () => {
  serve({ ...volunteer, "DELETE /api/gateway/session": () => refusal(401, "session-ended") });
  openPhone("/mine");
  await userEvent.click(await screen.findByRole("button", { name: "退出登录" }));
  await waitFor(() => expect(screen.getByText("登录后查看")).toBeInTheDocument());
});

it("moves the focus to a page that is opened", async () => {
  serve(volunteer);
  openPhone("/mine");
  await userEvent.click(await screen.findByRole("link", { name: "我的报名" }));
  await screen.findByRole("heading", { name: "我的报名" });
  expect(screen.getByRole("main")).toHaveFocus();
});
