/** Numbers out of range are refused where they were typed, as they were typed. */
import { fireEvent, screen } from "@testing-library/react";
import { Form } from "antd";
import { expect, it, vi } from "vitest";
import { show } from "@/testing/page";
import { MoneyInput } from "./MoneyInput";
import { within } from "./within";

it("keeps what was typed, says the range, and sends nothing", async () => {
  const send = vi.fn();
  show(
    <Form onFinish={send}>
      <Form.Item name="budget" label="预算" rules={[within(0, 100_000)]}><MoneyInput /></Form.Item>
      <button type="submit">提交</button>
    </Form>,
  );
  const budget = screen.getByLabelText("预算");
  fireEvent.change(budget, { target: { value: "-5" } });
  fireEvent.blur(budget);
  fireEvent.click(screen.getByText("提交"));
  expect(await screen.findByText("须在 0 到 100000 之间")).toBeVisible();
  expect(budget).toHaveValue("-5.00");
  expect(send).not.toHaveBeenCalled();
});
