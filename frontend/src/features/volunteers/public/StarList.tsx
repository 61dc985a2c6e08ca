/** 星级志愿者, for everybody: masked names and public numbers of those who hold a star. */
import { ShortAreaName } from "@/ui/AreaName";
import type { Column } from "@/ui/columns";
import { Hours as Duration } from "@/ui/Hours";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { dayOf } from "@/ui/times";
import { openHonours, type OpenHonour, type OpenHonourQuery } from "../honour/queries";
import { starsOf, starChoices } from "../honour/states";

const filters: Filter<OpenHonourQuery>[] = [
  { name: "stars", label: "星级", kind: "select", options: starChoices },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

const columns: Column<OpenHonour>[] = [
  { key: "name", title: "姓名", value: ({ name }) => name },
  { key: "number", title: "志愿者编号", value: ({ number }) => <span className="figures">{number}</span> },
  { key: "stars", title: "星级", value: ({ stars }) => starsOf(stars) },
  { key: "minutes", title: "认定时已确认时长", value: ({ minutes }) => <Duration minutes={minutes} />, number: true },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "granted", title: "认定日期", value: ({ granted_at }) => <span className="figures">{granted_at ? dayOf(granted_at) : "—"}</span> },
];

export default function StarList() {
  return (
    <ListPage
      title="星级志愿者"
      list={openHonours}
      columns={columns}
      filters={filters}
      open={({ notice_id }) => `/public/star-notices/${notice_id ?? ""}`}
      empty={{ title: "还没有星级志愿者", advice: "公示期满没有异议、经第二人认定的星级志愿者列在这里。" }}
    />
  );
}
