/** The registrations of one person: who withdrew may have registered again. */
import { Link } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { StateTag } from "@/ui/StateTag";
import type { Volunteer } from "./queries";
import { volunteerStates } from "./states";

export function FoundVolunteers({ found }: { found: Volunteer[] }) {
  if (found.length === 0) return <p role="status">辖区内没有此人的志愿者注册。</p>;
  return (
    <ul role="status" style={{ margin: 0, paddingInlineStart: 20 }}>
      {found.map(({ id, name, number, state, area_id }) => (
        <li key={id}>
          <Link to={`/volunteers/volunteers/${id}`}>{name} {number}</Link> <StateTag states={volunteerStates} state={state} /> <ShortAreaName id={area_id} />
        </li>
      ))}
    </ul>
  );
}
