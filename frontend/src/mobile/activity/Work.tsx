/** One kind of work that volunteers are wanted for. */
import { useMessages } from "@/ui/language";
import styles from "./Card.module.css";
import { messages } from "./messages";
import { Places } from "./Places";
import type { Opportunity } from "./queries";

export function Work({ opportunity }: { opportunity: Opportunity }) {
  const t = useMessages(messages);
  return (
    <>
      <p className={styles.role}>{opportunity.role_name}{opportunity.minimum_age > 0 && <small className="muted"> {t.fromAge(opportunity.minimum_age)}</small>}</p>
      <Places opportunity={opportunity} />
    </>
  );
}
