/** Where this phone is, for as long as the app is open; it is never kept. */
import { useEffect, useState, useSyncExternalStore } from "react";
import { once } from "@/api/once";

export interface Position {
  latitude: number;
  longitude: number;
}

interface Place {
  latitude: number | null;
  longitude: number | null;
}

const EARTH = 6_371_000;
const PATIENCE = 8_000;
const RECENT = 60_000;
const listeners = new Set<() => void>();
let here: Position | null = null;

function askPhone(): Promise<Position | null> {
  if (!("geolocation" in navigator)) return Promise.resolve(null);
  return new Promise((answer) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        here = { latitude, longitude };
        listeners.forEach((tell) => tell());
        answer(here);
      },
      () => answer(null),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: RECENT },
    );
  });
}

/** Asks the phone; `null` where it may not or cannot say. Who taps twice is in one place. */
export const locate = () => once("position", askPhone);

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Where the phone is, and how to ask; it is asked unbidden only where the reader has allowed it before. */
export function usePosition() {
  const position = useSyncExternalStore(subscribe, () => here);
  const [standing, setStanding] = useState<"unasked" | "asking" | "refused">("unasked");

  async function ask() {
    setStanding("asking");
    setStanding((await locate()) ? "unasked" : "refused");
  }

  useEffect(() => {
    if (here || !navigator.permissions) return;
    navigator.permissions.query({ name: "geolocation" }).then(({ state }) => state === "granted" && void locate(), () => undefined);
  }, []);

  return { position, standing, ask };
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Over ground; `null` where either place is not known. */
export function metresBetween(from: Position | null, to: Place): number | null {
  if (!from || to.latitude === null || to.longitude === null) return null;
  const across = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  const along = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.sqrt(along + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * across));
}
