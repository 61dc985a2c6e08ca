/** The one attendance of a sign-up. */
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { Link } from "react-router";
import { EmptyState } from "@/ui/EmptyState";
import { Facts } from "@/ui/Facts";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { factsOfAttendance } from "./factsOfAttendance";
import { attendanceOf } from "./queries";

export function AttendanceOf({ signupId }: { signupId: string }) {
  const { data, error, isPending, refetch } = useQuery(attendanceOf(signupId));
  if (error) return <ProblemAlert error={error} onReload={() => void refetch()} />;
  if (isPending) return <Skeleton active={false} paragraph={{ rows: 2 }} />;
  if (!data) return <EmptyState title="没有签到" advice="到场而无法签到的，由活动负责人补录时长并说明理由。" />;
  return (
    <>
      <Facts facts={factsOfAttendance(data)} />
      <Link to={`/volunteers/attendances/${data.id}`}>打开签到记录</Link>
    </>
  );
}
