/** What surrounds every screen: language, theme, server state, router. */
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { RouterProvider } from "react-router";
import { newQueries } from "@/api/queries";
import { LanguageProvider } from "@/ui/language";
import { Themed } from "@/ui/Themed";
import { newRouter } from "./router";

export function App() {
  const [queries] = useState(newQueries);
  const [router] = useState(newRouter);
  return (
    <LanguageProvider>
      <QueryClientProvider client={queries}>
        <Themed>
          <RouterProvider router={router} />
        </Themed>
      </QueryClientProvider>
    </LanguageProvider>
  );
}
