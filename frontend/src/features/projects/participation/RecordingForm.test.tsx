/** Recording many phone numbers at once. */
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal } from "@/testing/server";
import { phonesIn } from "./phones";
import { RecordingForm } from "./RecordingForm";

it("splits lines and commas, and leaves the spaces within a number", () => {
  expect(phonesIn("138 0013 8000\n\n 13900139000，13700137000、")).toEqual(["138 0013 8000", "13900139000", "13700137000"]);
});

it("names each wrong number by its place and keeps the text, then tells what was recorded", async () => {
  const errors = [{ pointer: "/phones/1", title: "手机号码格式不符" }];
  let isRight = false;
  const asked = pretendServer(() => (isRight ? { status: 201, body: { recorded: 1, already: 1 } } : refusal(422, "invalid", { errors })));
  show(<RecordingForm activityId="activity-1" act="登记参与居民" />);
  const text = screen.getByLabelText("参与居民的手机号，每行一个");
  await userEvent.type(text, "13800138000{Enter}12345");
  await userEvent.click(screen.getByRole("button", { name: "登记参与居民 2 人" }));
  expect(await screen.findByText(/手机号码格式不符/)).toHaveTextContent("第 2 个 12345 手机号码格式不符");
  expect(text).toHaveValue("13800138000\n12345");
  isRight = true;
  await userEvent.type(text, "{Backspace>5/}13900139000");
  await userEvent.click(screen.getByRole("button", { name: "登记参与居民 2 人" }));
  await screen.findByText("本次登记 1 人，另有 1 人此前已登记。");
  expect(asked.at(-1)).toMatchObject({ path: "/api/projects/activities/activity-1/participations", body: { phones: ["13800138000", "13900139000"] } });
});

it("asks before a pasted list is left", async () => {
  const router = show(<RecordingForm activityId="activity-1" act="登记参与居民" />, { at: "/here" });
  await userEvent.type(screen.getByLabelText("参与居民的手机号，每行一个"), "13800138000");
  await act(() => router.navigate("/away"));
  await waitFor(() => expect(screen.getByText("已填的内容不会保存。")).toBeVisible());
  expect(router.state.location.pathname).toBe("/here");
});
