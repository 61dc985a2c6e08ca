/** Days and instants typed by keyboard: Enter takes them and leaves the form alone. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Button, Form } from "antd";
import { expect, it, vi } from "vitest";
import { show } from "@/testing/page";
import { DayInput } from "./DayInput";
import { InstantInput } from "./InstantInput";

const finished = vi.fn();

function fields() {
  finished.mockReset();
  show(
    <Form onFinish={finished}>
      <Form.Item name="day" label="日期"><DayInput /></Form.Item>
      <Form.Item name="at" label="时间"><InstantInput /></Form.Item>
      <Button htmlType="submit">提交</Button>
    </Form>,
  );
}

it.each([
  ["日期", "day", "2026-12-03", "2026-12-03"],
  ["时间", "at", "2026-12-03 19:30", "2026-12-03T19:30:00+08:00"],
])("takes the %s that was typed on Enter and submits nothing", async (label, name, typed, kept) => {
  fields();
  await userEvent.type(screen.getByLabelText(label), `${typed}{Enter}`);
  expect(finished).not.toHaveBeenCalled();
  await userEvent.keyboard("{Enter}");
  expect(finished).not.toHaveBeenCalled();
  await userEvent.click(screen.getByText("提交"));
  await vi.waitFor(() => expect(finished).toHaveBeenCalledWith(expect.objectContaining({ [name]: kept })));
});

it("keeps the instant that was typed when the field is left with Tab", async () => {
  fields();
  await userEvent.type(screen.getByLabelText("时间"), "2026-12-03 19:30");
  await userEvent.tab();
  await userEvent.click(screen.getByText("提交"));
  await vi.waitFor(() => expect(finished).toHaveBeenCalledWith(expect.objectContaining({ at: "2026-12-03T19:30:00+08:00" })));
});
