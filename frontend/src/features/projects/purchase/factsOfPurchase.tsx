/** The facts of a purchase: those that everybody reads, and those of its officers. */
import { Link } from "react-router";
import type { Fact } from "@/ui/Facts";
import { Moment } from "@/ui/Moment";
import { Money } from "@/ui/Money";
import { OrganisationName } from "@/ui/OrganisationName";
import { PapersOf } from "../PapersOf";
import { CatalogueName } from "./CatalogueName";
import { DocumentsOf } from "./DocumentsOf";
import type { OpenPurchase, Purchase } from "./queries";
import { methods } from "./states";

const ended: Partial<Record<Purchase["state"], string>> = { failed: "废标原因", cancelled: "终止原因" };

/** Whom a result names is everybody's to read; its record is for officers. */
export function openFacts(purchase: OpenPurchase): Fact[] {
  const label = ended[purchase.state];
  const { release } = purchase.links;
  return [
    { label: "最高限价", value: <Money fen={purchase.ceiling_fen} /> },
    { label: "采购方式", value: `${methods[purchase.method]}${purchase.invited_only ? "（仅受邀供应商投标）" : ""}` },
    { label: "购买内容", value: <CatalogueName code={purchase.catalogue_code} /> },
    { label: "投标截止", value: <Moment at={purchase.bids_due_at} /> },
    { label: "采购单位联系处室", value: purchase.contact_office },
    { label: "联系电话", value: purchase.contact_phone && <a className="figures" href={`tel:${purchase.contact_phone}`}>{purchase.contact_phone}</a> },
    { label: "公告时间", value: <Moment at={purchase.announced_at} /> },
    { label: "开标", value: purchase.opened_at ? <><Moment at={purchase.opened_at} />，投标 {purchase.bids ?? 0} 家</> : "开标前不公开投标家数" },
    ...(purchase.state === "awarded" ? [{ label: "成交供应商", value: purchase.awarded_name }, { label: "成交金额", value: <Money fen={purchase.awarded_fen} /> }, { label: "成交时间", value: <Moment at={purchase.awarded_at} /> }] : []),
    ...(label ? [{ label, value: purchase.ended_because, wide: true }] : []),
    ...(purchase.announced_at ? [{ label: "采购文件", value: <DocumentsOf id={purchase.id} />, wide: true }] : []),
    ...(release ? [{ label: "开放数据", value: <a href={release}>采购全过程数据（机器可读，国际通用格式）</a> }] : []),
    { label: "采购需求", value: <span style={{ whiteSpace: "pre-line" }}>{purchase.requirement}</span>, wide: true },
  ];
}

export function factsOfPurchase(purchase: Purchase): Fact[] {
  const { awarded_organisation_id } = purchase;
  const invited = purchase.invited_ids ?? [];
  return [
    ...openFacts(purchase),
    ...(purchase.announced_at ? [] : [{ label: "采购文件", value: <PapersOf id={purchase.id} />, wide: true }]),
    ...(awarded_organisation_id ? [{ label: "供应商档案", value: <OrganisationName id={awarded_organisation_id} /> }] : []),
    ...(invited.length > 0 ? [{ label: "受邀供应商", value: invited.map((id, place) => <span key={id}>{place > 0 && "、"}<OrganisationName id={id} /></span>) }] : []),
    { label: "资金", value: <Link to={`/projects/budgets/${purchase.budget_id}`}>所用预算</Link> },
  ];
}
