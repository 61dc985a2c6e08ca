/** The community that this phone's holder chose last; forms and the list of activities begin with it. */
import { useState } from "react";

const STORED = "community";

export function useLastCommunity(): [string, (areaId: string) => void] {
  const [area, setArea] = useState(() => localStorage.getItem(STORED) ?? "");
  function keep(areaId: string) {
    if (areaId) localStorage.setItem(STORED, areaId);
    else localStorage.removeItem(STORED);
    setArea(areaId);
  }
  return [area, keep];
}
