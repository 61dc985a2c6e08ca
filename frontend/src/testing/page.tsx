/** Shows a screen in a test with router, server state and language around it. */
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { newQueries } from "@/api/queries";
import { LanguageProvider } from "@/ui/language";
import { Themed } from "@/ui/Themed";

interface Place {
  at?: string;
  /** The route's pattern, where the screen reads its parameters: `/needs/:id`. */
  path?: string;
  elsewhere?: ReactNode;
}

export function show(screen: ReactNode, { at = "/", path = at.split("?")[0], elsewhere = <p>elsewhere</p> }: Place = {}) {
  const routes = [{ path, element: screen }, { path: "*", element: elsewhere }];
  const router = createMemoryRouter(routes, { initialEntries: [at] });
  render(
    <LanguageProvider>
      <QueryClientProvider client={newQueries()}>
        <Themed>
          <RouterProvider router={router} />
        </Themed>
      </QueryClientProvider>
    </LanguageProvider>,
  );
  return router;
}
