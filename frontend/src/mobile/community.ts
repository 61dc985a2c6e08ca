/** The community that this phone's holder chose last; forms and the list of activities begin with it. */
import { useState } from "react";
import { dropKept, keep, readKept } from "@/api/kept";

const STORED = "community";

export function useLastCommunity(): [string, (areaId: string) => void] {
  const [area, setArea] = useState(() => readKept<string>(STORED) ?? "");
  function choose(areaId: string) {
    if (areaId) keep(STORED, areaId);
    else dropKept(STORED);
    setArea(areaId);
  }
  return [area, choose];
}
