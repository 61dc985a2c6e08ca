/** What the screens ask and send about changes of organisations and their past. */
import { answer, ifMatch, registry } from "@/api/client";
import type { components } from "@/api/registry.gen";
import type { Question } from "@/api/view";
import type { Organisation } from "../organisation/queries";

type Schemas = components["schemas"];

export type History = Schemas["HistoryView"];
export type Span = History["items"][number];
export type Changing = Schemas["ChangeOfIn"];
export type Cancelling = Schemas["CancellationIn"];

export const history = (id: string): Question<History> => ({
  queryKey: ["registry", "organisations", id, "history"],
  queryFn: ({ signal }) => answer(registry.GET("/organisations/{id}/history", { params: { path: { id } }, signal })),
});

export const change = ({ id, version }: Organisation, body: Changing) =>
  answer(registry.POST("/organisations/{id}/change", { params: { path: { id } }, headers: ifMatch(version), body }));

export const cancel = ({ id, version }: Organisation, body: Cancelling) =>
  answer(registry.POST("/organisations/{id}/cancellation", { params: { path: { id } }, headers: ifMatch(version), body }));
