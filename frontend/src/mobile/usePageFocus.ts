/** The keyboard and the screen reader follow to a page that was opened: its beginning has the focus. */
import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

export function usePageFocus() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);

  useEffect(() => {
    if (last.current !== pathname) main.current?.focus({ preventScroll: true });
    last.current = pathname;
  }, [pathname]);

  return main;
}
