/** The number of a document travels in a body only and is kept nowhere. */
import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import { inventedVolunteer } from "../invented";
import { SearchDialog } from "./SearchDialog";

const NUMBER = "441900199411063915";

it("finds a person by number without writing it anywhere", async () => {
  const asked = pretendServer(({ path }) => ({ body: path.endsWith("/search") ? [inventedVolunteer()] : [] }));
  const router = show(<SearchDialog onClose={() => undefined} />);
  fireEvent.change(await screen.findByLabelText("证件号码"), { target: { value: NUMBER } });
  fireEvent.click(screen.getByText("按证件号码查找", { selector: "button *" }));
  expect(await screen.findByText("叶* 4419544784494951")).toHaveAttribute("href", "/volunteers/volunteers/v1");
  const sent = asked.find(({ path }) => path.endsWith("/search"));
  expect(sent).toMatchObject({ method: "POST", path: "/api/volunteers/volunteers/search", body: { id_type: "resident_id", id_number: NUMBER } });
  expect(router.state.location.search + JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain(NUMBER);
});
