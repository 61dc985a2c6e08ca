/** 指定队长: one of those who are in. */
import { useQuery } from "@tanstack/react-query";
import { Form, Radio } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { membersOf } from "../membership/queries";
import { VolunteerName } from "../PersonName";
import { appoint, type Team } from "./queries";

interface Props {
  act: string;
  team: Team;
  onClose: () => void;
}

export function LeaderDialog({ act, team, onClose }: Props) {
  const { data } = useQuery(membersOf(team.id));
  const others = data?.items.filter(({ state, leads }) => state === "member" && !leads) ?? [];
  return (
    <ActDialog<{ volunteer_id: string }> act={act} advice="须是成年队员；原队长仍是队员。" submit={({ volunteer_id }) => appoint(team, volunteer_id)} onClose={onClose}>
      {data && others.length === 0 && <p>还没有其他队员，请先邀请队员入队。</p>}
      <Form.Item name="volunteer_id" label="新队长" rules={[{ required: true, message: "请选择队员" }]}>
        <Radio.Group style={{ display: "grid", gap: 8 }} options={others.map(({ volunteer_id, joined_on }) => ({ value: volunteer_id, label: <><VolunteerName id={volunteer_id} /> <span className="muted figures">{joined_on} 入队</span></> }))} />
      </Form.Item>
    </ActDialog>
  );
}
