/** The elder view (长辈版): larger text in three sizes, larger things to touch; kept on this phone. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { dropKept, keep, readKept } from "@/api/kept";

/** Pixels of the main text; the elder sizes reach 30. */
export const TEXT = { standard: 16, elder: [20, 24, 30] } as const;

export type ElderSize = 0 | 1 | 2;

interface View {
  elder: boolean;
  size: ElderSize;
  setElder: (elder: boolean) => void;
  setSize: (size: ElderSize) => void;
}

const STORED = "elder";
const Chosen = createContext<View | null>(null);

export function ElderProvider({ children }: { children: ReactNode }) {
  const [kept, setKept] = useState(() => readKept<ElderSize>(STORED));
  const elder = kept !== null;
  const size = kept ?? 0;

  useEffect(() => {
    const root = document.documentElement;
    root.dataset.view = elder ? "elder" : "standard";
    root.style.fontSize = `${elder ? TEXT.elder[size] : TEXT.standard}px`;
    if (elder) keep(STORED, size);
    else dropKept(STORED);
  }, [elder, size]);

  const view = useMemo(
    () => ({ elder, size, setElder: (on: boolean) => setKept(on ? 0 : null), setSize: setKept }),
    [elder, size],
  );
  return <Chosen value={view}>{children}</Chosen>;
}

export function useElder(): View {
  const view = useContext(Chosen);
  if (!view) throw new Error("useElder is for pages inside ElderProvider");
  return view;
}
