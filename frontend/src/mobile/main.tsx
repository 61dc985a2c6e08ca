/** Starts the phone app and its offline shell. */
import "@/ui/ground.css";
import "./phone.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { publishTokens } from "@/ui/tokens";
import { App } from "./App";

publishTokens(document.documentElement);
createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// Without a secure context there is no offline shell; the app works all the same.
if (import.meta.env.PROD && "serviceWorker" in navigator) void navigator.serviceWorker.register("/m/worker.js");
