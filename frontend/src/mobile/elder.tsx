/** The elder view (长辈版): larger text in three sizes, larger things to touch; kept on this phone. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";

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
  const [kept, keep] = useState(() => localStorage.getItem(STORED));
  const elder = kept !== null;
  const size = (Number(kept) || 0) as ElderSize;

  useEffect(() => {
    const root = document.documentElement;
    root.dataset.view = elder ? "elder" : "standard";
    root.style.fontSize = `${elder ? TEXT.elder[size] : TEXT.standard}px`;
    if (elder) localStorage.setItem(STORED, String(size));
    else localStorage.removeItem(STORED);
  }, [elder, size]);

  const view = useMemo(
    () => ({ elder, size, setElder: (on: boolean) => keep(on ? "0" : null), setSize: (step: ElderSize) => keep(String(step)) }),
    [elder, size],
  );
  return <Chosen value={view}>{children}</Chosen>;
}

export function useElder(): View {
  const view = useContext(Chosen);
  if (!view) throw new Error("useElder is for pages inside ElderProvider");
  return view;
}
