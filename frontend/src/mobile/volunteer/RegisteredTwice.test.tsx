/** Somebody who was registered twice: the registration that stands is mine, and where it is another phone's, that is said. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeVolunteer } from "../testing/fakes";
import { openPhone, page, serve } from "../testing/phone";

const closed = fakeVolunteer({ id: "volunteer-2", state: "withdrawn", number: "44190000000002", continued_as_id: "volunteer-1" });

it("shows the registration that stands, though the closed one is newer", async () => {
  serve({ "GET /api/volunteers/volunteers": () => page([closed, fakeVolunteer()]) });
  openPhone("/mine");
  expect(await screen.findByText("44191234567890")).toBeInTheDocument();
});

it("says that another phone holds the registration, and offers no third one", async () => {
  serve({ "GET /api/volunteers/volunteers": () => page([closed]) });
  openPhone("/mine");
  expect(await screen.findByText(/请用另一份注册的手机号登录/)).toBeInTheDocument();
  expect(screen.queryByText("注册志愿者")).not.toBeInTheDocument();
});
