/** The latest sign-ups of a volunteer. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { latestSignups } from "./queries";
import { SignupTable } from "./SignupTable";

export function SignupsOf({ query }: { query: { volunteer_id: string } }) {
  const { data, error, refetch } = useQuery(latestSignups(query));
  if (error) return <ProblemAlert error={error} onReload={() => void refetch()} />;
  return (
    <>
      <SignupTable rows={data?.items} by="activity" empty="还没有报名过活动" />
      {data?.next && <Link to={`/volunteers/signups?${new URLSearchParams(query).toString()}`}>全部报名</Link>}
    </>
  );
}
