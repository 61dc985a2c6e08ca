/** The router, made from the table of screens. */
import { createBrowserRouter, type RouteObject } from "react-router";
import { BrokenPage } from "./BrokenPage";
import { Guarded } from "./Guarded";
import { MissingPage } from "./MissingPage";
import { PublicShell } from "./PublicShell";
import { screens, type Screen } from "./routes";
import { Shell } from "./Shell";
import { SignInPage } from "./SignInPage";

function routeOf(screen: Screen): RouteObject {
  return {
    path: screen.path,
    ErrorBoundary: BrokenPage,
    lazy: async () => {
      const { default: Page } = await screen.page();
      return { element: screen.isPublic ? <Page /> : <Guarded screen={screen}><Page /></Guarded> };
    },
  };
}

export function newRouter() {
  // Every component side by side, in development only: the build drops this branch and the page.
  const gallery: Screen[] = import.meta.env.DEV ? [{ path: "/dev/gallery", page: () => import("./dev/Gallery") }] : [];
  const [open, inside] = [screens.filter(({ isPublic }) => isPublic), screens.filter(({ isPublic }) => !isPublic)];
  return createBrowserRouter([
    { path: "/sign-in", element: <SignInPage />, ErrorBoundary: BrokenPage },
    { element: <PublicShell />, ErrorBoundary: BrokenPage, HydrateFallback: () => null, children: open.map(routeOf) },
    {
      element: <Shell />,
      ErrorBoundary: BrokenPage,
      HydrateFallback: () => null,
      children: [...[...inside, ...gallery].map(routeOf), { path: "*", element: <MissingPage /> }],
    },
  ]);
}
