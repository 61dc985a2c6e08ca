/** Bids: nothing of a sealed one is shown, and the way from an announcement to one's own bid. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import { account, verb } from "../invented";
import { inventedBid, inventedPurchase } from "../inventedSpending";
import OpenPurchasePage from "../purchase/OpenPurchasePage";
import BidPage from "./BidPage";
import type { Bid } from "./queries";

const LATER = "2099-01-01T01:00:00Z";
const announced = inventedPurchase({ state: "announced", bids_due_at: LATER, opened_at: null, bids: null });
const sealed = inventedBid({ state: "sealed", amount_fen: null, plan: null, actions: [verb("bids/bid-1/withdrawal", "撤回投标")] });

const server = (role: string, bids: Bid[], own = sealed, actions: Bid["actions"] = []) =>
  pretendServer(({ path }: Asked) => {
    if (path === "/api/gateway/me") return { body: account(role) };
    if (path.endsWith("/purchases/purchase-1")) return { body: { ...announced, actions } };
    return { body: path.endsWith("/bids/bid-1") ? own : { items: path.includes("/bids?") ? bids : [], next: null, count: null } };
  });

const showAnnouncement = () => show(<OpenPurchasePage />, { at: "/projects/published/purchases/purchase-1", path: "/projects/published/purchases/:id" });

it("tells of a bid without its content that it is sealed", async () => {
  server("organisation_manager", [sealed]);
  show(<BidPage />, { at: "/projects/bids/bid-1", path: "/projects/bids/:id" });
  expect(await screen.findAllByText("密封，开标后可见")).toHaveLength(3);
  expect(screen.getByText("撤回投标")).toBeVisible();
});

it("shows its bidder what was sealed", async () => {
  server("organisation_manager", [], { ...sealed, amount_fen: 18_000_000, plan: "每周探访两次" });
  show(<BidPage />, { at: "/projects/bids/bid-1", path: "/projects/bids/:id" });
  expect(await screen.findByText("每周探访两次")).toBeVisible();
  expect(screen.queryByText("密封，开标后可见")).toBeNull();
});

it("names the files of a bid once it may be read", async () => {
  pretendServer(({ path }: Asked) => {
    if (path === "/api/gateway/me") return { body: account("town_officer") };
    if (path.endsWith("/attachments/file-1")) return { body: { id: "file-1", name: "服务方案.pdf", size: 12, media_type: "application/pdf", links: { content: "/api/projects/attachments/file-1/content" } } };
    return { body: path.endsWith("/bids/bid-1") ? inventedBid({ attachment_ids: ["file-1"] }) : announced };
  });
  show(<BidPage />, { at: "/projects/bids/bid-1", path: "/projects/bids/:id" });
  expect(await screen.findByText(/服务方案\.pdf/)).toBeVisible();
});

it("leads a manager from the announcement to a bid, or to the one that was handed in", async () => {
  server("organisation_manager", [], sealed, [verb("purchases/purchase-1/bids", "投标")]);
  showAnnouncement();
  expect(await screen.findByRole("button", { name: "投标" })).toBeVisible();
});

it("shows the bid that was handed in instead", async () => {
  server("organisation_manager", [sealed]);
  showAnnouncement();
  expect((await screen.findByRole("link", { name: "查看我们的投标" })).getAttribute("href")).toBe("/projects/bids/bid-1");
});

it("offers no bid that the service does not offer, to a manager neither", async () => {
  server("organisation_manager", []);
  showAnnouncement();
  await screen.findByText("开标前不公开投标家数");
  expect(screen.queryByRole("button", { name: "投标" })).toBeNull();
});

it("asks for bids of nobody else", async () => {
  const asked = server("expert", []);
  showAnnouncement();
  await screen.findByText("开标前不公开投标家数");
  expect(screen.queryByRole("button", { name: "投标" })).toBeNull();
  expect(asked.some(({ path }) => path.includes("/bids"))).toBe(false);
});

it("presses nobody to change a bid that is sealed", async () => {
  server("organisation_manager", [], { ...sealed, actions: [verb("bids/bid-1/revision", "修改投标", { method: "PUT" }), ...sealed.actions] });
  show(<BidPage />, { at: "/projects/bids/bid-1", path: "/projects/bids/:id" });
  expect(await screen.findByRole("button", { name: "修改投标" })).not.toHaveClass("ant-btn-primary");
});
