/** Recording that one took part: it is never blank, and joins the activity that was meant. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { inDays } from "../testing/fakes";
import { openPhone, page, serve } from "../testing/phone";

const AREAS = [
  { id: "city", code: "441900", name: "东莞市", parent_id: null },
  { id: "town-1", code: "441900003", name: "东城街道", parent_id: "city" },
];

it("says what to choose, and then lists what goes on there", async () => {
  const begun = { id: "activity-1", title: "楼栋消防安全巡查日", starts_at: inDays(-0.01), ends_at: inDays(0.1) };
  serve({
    "GET /api/registry/areas": () => page(AREAS),
    "GET /api/projects/published/activities": ({ path }) => page(path.includes("state=published") ? [begun] : []),
  });
  openPhone("/take-part");
  expect(await screen.findByText(/选了镇街，这里就列出/)).toBeInTheDocument();
  expect(screen.getByLabelText("镇街")).toHaveDisplayValue("请选择镇街");
  await userEvent.selectOptions(screen.getByLabelText("镇街"), await screen.findByRole("option", { name: "东城街道" }));
  expect(await screen.findByRole("link", { name: /楼栋消防安全巡查日/ })).toBeInTheDocument();
  expect(screen.queryByText(/选了镇街，这里就列出/)).not.toBeInTheDocument();
});
