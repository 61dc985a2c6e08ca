/** What a document's number tells of an age. Whether a guardian has to consent the server decides: this only asks in time. */
import { dayOf } from "@/ui/times";

/** 个人信息保护法第三十一条. */
const OF_AGE_TO_CONSENT = 14;
/** GB 11643: six digits of a place, eight of the day of birth. */
const DATED = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/;

/** Of a number that is not whole, or tells no birth date, nothing is known. */
export function isUnderFourteen(idNumber: string, now: Date = new Date()): boolean {
  const [, year, month, day] = DATED.exec(idNumber.replace(/[\s-]/g, "").toUpperCase()) ?? [];
  return year !== undefined && `${Number(year) + OF_AGE_TO_CONSENT}-${month}-${day}` > dayOf(now);
}
