/** What surrounds every screen: theme, server state, router. The screens of the services speak Chinese only, so no language is chosen here. */
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { RouterProvider } from "react-router";
import { newQueries } from "@/api/queries";
import { Themed } from "@/ui/Themed";
import { newRouter } from "./router";

export function App() {
  const [queries] = useState(newQueries);
  const [router] = useState(newRouter);
  return (
    <QueryClientProvider client={queries}>
      <Themed>
        <RouterProvider router={router} />
      </Themed>
    </QueryClientProvider>
  );
}
