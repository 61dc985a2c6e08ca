/** An organisation by its name, opening its page; one outside the reader's scope is said to be so. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { answer, registry } from "@/api/client";
import { asProblem } from "@/api/problem";
import { useMessages } from "./language";
import { messages } from "./messages";

const KEPT = 5 * 60_000;

export function OrganisationName({ id }: { id: string }) {
  const t = useMessages(messages);
  const { data, error } = useQuery({
    queryKey: ["registry", "organisations", id],
    queryFn: ({ signal }) => answer(registry.GET("/organisations/{id}", { params: { path: { id } }, signal })),
    staleTime: KEPT,
  });
  if (data) return <Link to={`/registry/organisations/${id}`}>{data.name}</Link>;
  return <span className="muted">{error && asProblem(error).status === 404 ? t.outsideScope : "…"}</span>;
}
