/** Whether the window is as narrow as a phone. */
import { useSyncExternalStore } from "react";

const query = () => window.matchMedia("(max-width: 767px)");

function subscribe(changed: () => void) {
  const narrow = query();
  narrow.addEventListener("change", changed);
  return () => narrow.removeEventListener("change", changed);
}

export const useNarrow = () => useSyncExternalStore(subscribe, () => query().matches);
