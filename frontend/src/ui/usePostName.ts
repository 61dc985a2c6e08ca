/** The place of somebody's post by its name: where it has none yet the gateway knows its code, which is never shown bare. */
import { unnamed, withoutOrgan } from "./areas";
import { useMessages } from "./language";
import { messages } from "./messages";

export function usePostName() {
  const { nameNotLoaded } = useMessages(messages);
  return (areaName: string) => (/^\d+$/.test(areaName) ? unnamed(nameNotLoaded, areaName) : withoutOrgan(areaName));
}
