/** How long something lasts, exactly, in the page's language. */
import { duration } from "@/ui/amounts";
import { useMessages } from "@/ui/language";
import { messages } from "./messages";

export function useDuration() {
  const { durationUnits } = useMessages(messages);
  return (minutes: number) => duration(minutes, durationUnits);
}
