/** What the screen of one's own sessions asks the gateway. */
import { answer, gateway } from "@/api/client";
import type { components, paths } from "@/api/gateway.gen";
import type { ListQuestion, QueryOf } from "@/api/view";

export type Session = components["schemas"]["SessionItem"];

export const sessions: ListQuestion<Session, QueryOf<paths, "/sessions">> = {
  key: ["gateway", "sessions"],
  page: (query) => answer(gateway.GET("/sessions", { params: { query } })),
};

export const end = (id: string) => answer(gateway.DELETE("/sessions/{id}", { params: { path: { id } } }));
