/** The latest sign-ups of a volunteer. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { latestSignups } from "./queries";
import { SignupTable } from "./SignupTable";

export function SignupsOf({ query }: { query: { volunteer_id: string } }) {
  return (
    <Answered query={useQuery(latestSignups(query))}>
      {({ items, next }) => (
        <>
          <SignupTable rows={items} by="activity" empty="还没有报名过活动" />
          {next && <Link to={`/volunteers/signups?${new URLSearchParams(query).toString()}`}>全部报名</Link>}
        </>
      )}
    </Answered>
  );
}
