/** A question that stands in place of the button that opens it; who does not answer it finds the button again. */
import { useEffect, useRef, useState } from "react";

export function useAsking() {
  const [isAsking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);

  useEffect(() => {
    if (wasAsking.current && !isAsking) opener.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  return { isAsking, opener, ask: () => setAsking(true), stop: () => setAsking(false) };
}
