/** The way to the developer's outbox, where there is one. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { texts } from "./queries";

export function OutboxLink() {
  const { data } = useQuery({ ...texts, staleTime: Infinity });
  return data ? <Link to="/gateway/outbox">演示环境：短信发件箱</Link> : null;
}
