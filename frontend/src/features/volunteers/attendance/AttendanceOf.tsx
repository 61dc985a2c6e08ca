/** The one attendance of a sign-up. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { EmptyState } from "@/ui/EmptyState";
import { Facts } from "@/ui/Facts";
import { BY_HAND } from "../hours/byHand";
import { factsOfAttendance } from "./factsOfAttendance";
import { attendanceOf, type Attendance } from "./queries";

function Known({ of }: { of: Attendance | null }) {
  if (!of) return <EmptyState title="没有签到" advice={`到场而无法签到的，${BY_HAND}。`} />;
  return (
    <>
      <Facts facts={factsOfAttendance(of)} />
      <Link to={`/volunteers/attendances/${of.id}`}>打开签到记录</Link>
    </>
  );
}

export function AttendanceOf({ signupId }: { signupId: string }) {
  return <Answered query={useQuery(attendanceOf(signupId))}>{(attendance) => <Known of={attendance} />}</Answered>;
}
