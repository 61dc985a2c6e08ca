/** No such page. */
import { Link } from "react-router";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { messages } from "./messages";

export function MissingPage() {
  const t = useMessages(messages);
  useTitle(t.notFound);
  return <EmptyState page title={t.notFound} advice={t.notFoundAdvice} act={<Link to="/">{t.home}</Link>} />;
}
