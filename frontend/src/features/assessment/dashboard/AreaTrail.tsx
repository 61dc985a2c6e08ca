/** The way up from a town or a community, as far as the reader may look. */
import { Link } from "react-router";
import { useQuery } from "@tanstack/react-query";
import { me } from "@/api/session";
import { pathTo, useAreas } from "@/ui/areas";
import { nameOf } from "./areaName";
import styles from "./Dashboard.module.css";
import { dashboardPage } from "./places";

/** From the area in which the reader holds a post, down to the one shown. */
function useAbove(id: string) {
  const { data: areas = [] } = useAreas();
  const { data: account } = useQuery({ ...me, staleTime: Infinity });
  const posts = new Set(account?.grants.map(({ area_id }) => area_id));
  const path = pathTo(areas, id);
  const from = path.findIndex((each) => posts.has(each));
  const above = from < 0 ? [] : path.slice(from, -1);
  return above.flatMap((each) => areas.find((area) => area.id === each) ?? []);
}

export function AreaTrail({ id }: { id: string }) {
  const above = useAbove(id);
  if (above.length === 0) return null;
  return (
    <nav aria-label="上级片区" className={styles.trail}>
      {above.map((area) => (
        <span key={area.id}><Link to={dashboardPage(area.id)}>{nameOf(area)}</Link> /</span>
      ))}
    </nav>
  );
}
