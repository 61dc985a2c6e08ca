/** 星级认定: applications and stars, the latest first. */
import { Button } from "antd";
import { Link, useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { Hours as Duration } from "@/ui/Hours";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { OnlyFor } from "@/ui/OnlyFor";
import { StateTag } from "@/ui/StateTag";
import { dayOf } from "@/ui/times";
import { OnlyOf } from "../OnlyOf";
import { VolunteerName } from "../PersonName";
import { applicants } from "../roles";
import { honours, type Honour, type HonourQuery } from "./queries";
import { honourStates, starChoices, starsOf } from "./states";

const filters: Filter<HonourQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(honourStates) },
  { name: "stars", label: "星级", kind: "select", options: starChoices },
  { name: "area_id", label: "镇街、村（社区）", kind: "area" },
];

const columns: Column<Honour>[] = [
  { key: "volunteer", title: "志愿者", value: ({ volunteer_id }) => <VolunteerName id={volunteer_id} /> },
  { key: "stars", title: "申请星级", value: ({ stars }) => starsOf(stars) },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={honourStates} state={state} /> },
  { key: "minutes", title: "已确认时长", value: ({ minutes }) => <Duration minutes={minutes} />, number: true },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "applied", title: "申请日期", value: ({ applied_at }) => <span className="figures">{dayOf(applied_at)}</span> },
];

export default function HonourList() {
  const [params] = useSearchParams();
  return (
    <>
      <OnlyOf by="volunteer_id">{(id) => <>只列 <VolunteerName id={id} /> 的星级</>}</OnlyOf>
      <ListPage
        title="星级认定"
        list={honours}
        columns={columns}
        filters={filters}
        fixed={fixedBy<HonourQuery>(params, ["volunteer_id"])}
        open={({ id }) => `/volunteers/honours/${id}`}
        acts={<OnlyFor roles={applicants}><Link to="/volunteers/honours/new"><Button type="primary">为志愿者申请</Button></Link></OnlyFor>}
        empty={{ title: "还没有星级申请", advice: "志愿者在手机端“我的星级”中申请，组织和村（社区）也可以为服务中的志愿者申请。" }}
      />
    </>
  );
}
