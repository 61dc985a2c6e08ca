/** Asks before somebody checks out of an activity that goes on: that cannot be taken back, and ends what counts. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMessages } from "@/ui/language";
import { minuteOf } from "@/ui/times";
import { Confirm } from "../Confirm";
import type { Signup } from "../signup/queries";
import { useDuration } from "../useDuration";
import { messages } from "./messages";
import { attendanceOf } from "./queries";
import { minutesServed } from "./served";

interface Props {
  signup: Signup;
  onYes: () => void;
  onNo: () => void;
}

export function LeaveEarly({ signup, onYes, onNo }: Props) {
  const t = useMessages(messages);
  const lasting = useDuration();
  const { data: attendance } = useQuery(attendanceOf(signup.id));
  const [now] = useState(() => new Date().toISOString());
  const minutes = attendance && minutesServed(signup, attendance.checked_in_at, now);
  const counts = attendance ? t.counts(minutes ? lasting(minutes) : null) : t.countsSoFar;
  const question = `${t.leaveEarly(minuteOf(signup.ends_at).slice(11))}${counts}`;
  return <Confirm question={question} yes={t.checkOut} no={t.stay} onYes={onYes} onNo={onNo} pending={false} error={null} />;
}
