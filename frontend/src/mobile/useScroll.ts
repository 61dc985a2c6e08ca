/** A page that is opened begins at its top; one that is come back to is where it was left. */
import { useLayoutEffect } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";

const left = new Map<string, number>();

export function useScroll(): void {
  const { key } = useLocation();
  const how = useNavigationType();

  useLayoutEffect(() => {
    history.scrollRestoration = "manual";
    // A filter that replaces the address leaves the reader where they are.
    if (how !== NavigationType.Replace) window.scrollTo(0, how === NavigationType.Pop ? (left.get(key) ?? 0) : 0);
    const keep = () => left.set(key, window.scrollY);
    window.addEventListener("scroll", keep, { passive: true });
    return () => window.removeEventListener("scroll", keep);
  }, [key, how]);
}
