/** 志愿者: registered once in the city, shown masked; one person is found by the number of the document. */
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ExportButton } from "@/ui/ExportButton";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { OnlyFor } from "@/ui/OnlyFor";
import { StateTag } from "@/ui/StateTag";
import { dayOf } from "@/ui/times";
import { enrollers } from "../roles";
import { ageBands, groups, groupsOf } from "./messages";
import { volunteerList, type Volunteer, type VolunteerQuery } from "./queries";
import { SearchDialog } from "./SearchDialog";
import { volunteerStates } from "./states";

const filters: Filter<VolunteerQuery>[] = [
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
  { name: "group", label: "群体", kind: "select", options: choices(groups) },
  { name: "state", label: "状态", kind: "select", options: choices(volunteerStates) },
  { name: "number", label: "志愿者编号", kind: "text" },
];

const FILTERS = ["area_id", "group", "state", "number"];

const columns: Column<Volunteer>[] = [
  { key: "name", title: "姓名", value: ({ name }) => name },
  { key: "number", title: "志愿者编号", value: ({ number }) => <span className="figures">{number}</span> },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={volunteerStates} state={state} /> },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "groups", title: "群体", value: groupsOf },
  { key: "age", title: "年龄段", value: ({ age_band }) => ageBands[age_band] ?? age_band },
  { key: "skills", title: "特长", value: ({ skills }) => skills.join("、") || "—", extra: true },
  { key: "registered_at", title: "注册日期", value: ({ registered_at }) => <span className="figures">{dayOf(registered_at)}</span> },
];

export default function VolunteerList() {
  const [searching, setSearching] = useState(false);
  return (
    <>
      <ListPage
        title="志愿者"
        list={volunteerList}
        columns={columns}
        filters={filters}
        open={({ id }) => `/volunteers/volunteers/${id}`}
        acts={
          <>
            <Button onClick={() => setSearching(true)}>按证件号码查找</Button>
            <OnlyFor roles={enrollers}>
              <ExportButton service="volunteers" kind="volunteers" filters={FILTERS} people />
              <Link to="/volunteers/imports/volunteers"><Button>导入名单</Button></Link>
            </OnlyFor>
          </>
        }
        empty={{ title: "还没有志愿者", advice: "居民在手机端“我的”中注册后列在这里，每人全市只注册一次。" }}
      />
      {searching && <SearchDialog onClose={() => setSearching(false)} />}
    </>
  );
}
