/** Social workers: who is registered where, at which level, and until when. */
import { Button } from "antd";
import { Link } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ExportButton } from "@/ui/ExportButton";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { OnlyFor } from "@/ui/OnlyFor";
import { lastDay } from "@/ui/periods";
import { StateTag } from "@/ui/StateTag";
import { levels, type SocialWorker } from "@/ui/workers";
import { exporters, registrars } from "../roles";
import { Employer } from "./Employer";
import { socialWorkers, type SocialWorkerQuery } from "./queries";
import { socialWorkerStates } from "./states";

const filters: Filter<SocialWorkerQuery>[] = [
  { name: "state", label: "登记状态", kind: "select", options: choices(socialWorkerStates) },
  { name: "level", label: "职业水平等级", kind: "select", options: choices(levels) },
  { name: "area_id", label: "服务的镇街、村（社区）", kind: "area" },
];

const columns: Column<SocialWorker>[] = [
  { key: "name", title: "姓名", value: ({ name }) => name },
  { key: "certificate_number", title: "证书编号", value: ({ certificate_number }) => <span className="figures">{certificate_number}</span> },
  { key: "state", title: "登记状态", value: ({ state }) => <StateTag states={socialWorkerStates} state={state} /> },
  { key: "level", title: "职业水平等级", value: ({ level }) => levels[level] },
  { key: "area", title: "服务片区", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "employer", title: "用人单位", value: (worker) => <Employer of={worker} /> },
  { key: "valid_to", title: "登记有效期至", value: ({ valid_to }) => <span className="figures">{lastDay(valid_to)}</span> },
];

const FILTERS = ["state", "level", "area_id"];

const lists = (
  <>
    <OnlyFor roles={exporters}><ExportButton service="registry" kind="social-workers" filters={FILTERS} /></OnlyFor>
    <OnlyFor roles={registrars}><Link to="/registry/imports/social-workers"><Button>导入名册</Button></Link></OnlyFor>
  </>
);

const registerOne = (
  <OnlyFor roles={registrars}>
    <Link to="/registry/social-workers/new"><Button type="primary">登记社工</Button></Link>
  </OnlyFor>
);

export default function SocialWorkerList() {
  return (
    <ListPage
      title="社工"
      list={socialWorkers}
      columns={columns}
      filters={filters}
      open={({ id }) => `/registry/social-workers/${id}`}
      acts={<>{lists}{registerOne}</>}
      empty={{ title: "还没有登记的社工", advice: "持证社工由服务所在的镇街登记后列在这里。", act: registerOne }}
    />
  );
}
