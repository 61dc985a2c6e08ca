/** 疑似重复: registrations with the same name and birth date under different documents, until somebody has judged them. */
import { ShortAreaName } from "@/ui/AreaName";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import { StateTag } from "@/ui/StateTag";
import { dayOf } from "@/ui/times";
import { idTypes } from "../volunteer/messages";
import { duplicates, type Duplicate, type Side } from "./queries";
import { duplicateStates } from "./states";

const document = (side: Side | undefined) => side && <>{idTypes[side.id_type]} <span className="figures">{side.id_number}</span></>;
const area = (side: Side | undefined) => side && <ShortAreaName id={side.area_id} />;

const columns: Column<Duplicate>[] = [
  { key: "name", title: "姓名", value: ({ sides }) => sides[0]?.name },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={duplicateStates} state={state} /> },
  { key: "one", title: "一份注册的证件", value: ({ sides }) => document(sides[0]) },
  { key: "here", title: "所在地", value: ({ sides }) => area(sides[0]) },
  { key: "other", title: "另一份注册的证件", value: ({ sides }) => document(sides[1]) },
  { key: "there", title: "另一份所在地", value: ({ sides }) => area(sides[1]) },
  { key: "since", title: "后一份注册于", value: ({ sides }) => dayOf(sides.map((side) => side.registered_at).sort().at(-1) ?? "") },
];

export default function DuplicateList() {
  return (
    <ListPage
      title="疑似重复"
      list={duplicates}
      columns={columns}
      open={({ id }) => `/volunteers/duplicates/${id}`}
      empty={{ title: "没有待认定的疑似重复", advice: "姓名和出生日期相同、证件不同的两份注册列在这里，由镇街或市级经办认定是否同一人。" }}
    />
  );
}
