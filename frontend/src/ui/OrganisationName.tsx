/** An organisation by its name, opening its page; one outside the reader's scope is said to be so. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { answer, registry } from "@/api/client";
import { useMessages } from "./language";
import { messages } from "./messages";
import { Named } from "./Named";

const KEPT = 5 * 60_000;

export function OrganisationName({ id }: { id: string }) {
  const t = useMessages(messages);
  const query = useQuery({
    queryKey: ["registry", "organisations", id],
    queryFn: ({ signal }) => answer(registry.GET("/organisations/{id}", { params: { path: { id } }, signal })),
    staleTime: KEPT,
  });
  return <Named query={query} withheld={t.outsideScope}>{({ name }) => <Link to={`/registry/organisations/${id}`}>{name}</Link>}</Named>;
}
