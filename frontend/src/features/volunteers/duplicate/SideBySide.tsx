/** Both registrations beside each other, line by line; of one in another town, its town alone. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { AreaName } from "@/ui/AreaName";
import { Moment } from "@/ui/Moment";
import { WideTable } from "@/ui/WideTable";
import { HoursTotal } from "../volunteer/HoursTotal";
import { idTypes } from "../volunteer/messages";
import type { Duplicate, Side } from "./queries";

interface Line {
  id: string;
  of: (side: Side) => ReactNode;
}

const UNSEEN = <span className="muted">在其他镇街，不显示</span>;

const lines: Line[] = [
  { id: "志愿者编号", of: (side) => (side.number ? <Link to={`/volunteers/volunteers/${side.volunteer_id}`} className="figures">{side.number}</Link> : UNSEEN) },
  { id: "姓名", of: ({ name }) => name },
  { id: "证件类型", of: ({ id_type }) => idTypes[id_type] },
  { id: "证件号码", of: ({ id_number }) => <span className="figures">{id_number}</span> },
  { id: "所在地", of: ({ area_id }) => <AreaName id={area_id} /> },
  { id: "登记电话", of: (side) => (side.elsewhere ? UNSEEN : <span className="figures">{side.phone ?? "—"}</span>) },
  { id: "注册方式", of: ({ on_paper }) => (on_paper ? "纸质登记" : "本人注册") },
  { id: "注册时间", of: ({ registered_at }) => <Moment at={registered_at} /> },
  { id: "已确认时长", of: (side) => (side.elsewhere ? UNSEEN : <HoursTotal of={side.volunteer_id} />) },
  { id: "注销时间", of: ({ withdrawn_at }) => (withdrawn_at ? <Moment at={withdrawn_at} /> : "—") },
];

export const ordinal = (place: number) => (place === 0 ? "第一份注册" : "第二份注册");

export function SideBySide({ of: { sides, stays_id } }: { of: Duplicate }) {
  const columns = sides.map((side, place) => ({
    key: side.volunteer_id,
    title: `${ordinal(place)}${side.volunteer_id === stays_id ? "（保留）" : ""}`,
    render: (_: unknown, line: Line) => line.of(side),
  }));
  return <WideTable<Line> label="两份注册对照" dataSource={lines} columns={[{ key: "line", title: "项目", render: (_, { id }) => id }, ...columns]} />;
}
