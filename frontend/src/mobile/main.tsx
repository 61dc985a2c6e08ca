/** Starts the phone app and its offline shell. */
import "@/ui/ground.css";
import "./phone.css";
import { startTransition, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { publishTokens } from "@/ui/tokens";
import { App } from "./App";

publishTokens(document.documentElement);
// As a transition it is drawn in slices: a slow phone answers a finger in between.
startTransition(() =>
  createRoot(document.getElementById("root") as HTMLElement).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);

/** Milliseconds for which the page itself has the network and the processor to itself. */
const SHELL_LATER = 3_000;

// Without a secure context there is no shell for offline; the app works all the same.
if (import.meta.env.PROD && "serviceWorker" in navigator) setTimeout(() => void navigator.serviceWorker.register("/m/worker.js"), SHELL_LATER);
