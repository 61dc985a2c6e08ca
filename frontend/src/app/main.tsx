/** Starts the officers' app. */
import "@/ui/ground.css";
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
