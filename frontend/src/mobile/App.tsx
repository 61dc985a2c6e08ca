/** What surrounds every page of the phone app. */
import { onlineManager, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { BrowserRouter, Navigate, Route, Routes } from "react-router";
import { newQueries } from "@/api/queries";
import { LanguageProvider } from "@/ui/language";
import { BrokenBoundary } from "./BrokenBoundary";
import { ElderProvider } from "./elder";
import { PhoneShell } from "./PhoneShell";
import { pages, tabs } from "./routes";

/** Outdoors nothing waits in silence: what cannot be sent now goes to the outbox, what cannot be read says so. */
function phoneQueries() {
  const queries = newQueries();
  const { queries: reading } = queries.getDefaultOptions();
  // That mode alone would not ask again when the network is back; and only who knows that it is away sees it come back.
  onlineManager.setOnline(navigator.onLine);
  queries.setDefaultOptions({ queries: { ...reading, networkMode: "always", refetchOnReconnect: true }, mutations: { networkMode: "always" } });
  return queries;
}

export function App() {
  const [queries] = useState(phoneQueries);
  return (
    <LanguageProvider>
      <ElderProvider>
        <QueryClientProvider client={queries}>
          <BrokenBoundary>
            <BrowserRouter basename="/m/">
              <Routes>
                <Route element={<PhoneShell />}>
                  {[...tabs, ...pages].map(({ path, Page }) => <Route key={path} path={path} element={<Page />} />)}
                  <Route path="*" element={<Navigate to="/" replace />} />
                </Route>
              </Routes>
            </BrowserRouter>
          </BrokenBoundary>
        </QueryClientProvider>
      </ElderProvider>
    </LanguageProvider>
  );
}
