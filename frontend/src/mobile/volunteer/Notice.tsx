/** How personal data are used, told before they are sent, and the tick without which they are not. */
import { useMessages } from "@/ui/language";
import { Choices } from "../Choices";
import { FactList } from "../FactList";
import styles from "./Notice.module.css";
import { messages } from "./noticeMessages";

/** Who agrees: of a child it is the guardian. */
export type Agreeing = "self" | "guardian";

interface Props {
  who: Agreeing;
  isAgreed: boolean;
  onAgree: (isAgreed: boolean) => void;
  isMissing: boolean;
}

export function Notice({ who, isAgreed, onAgree, isMissing }: Props) {
  const t = useMessages(messages);
  return (
    <>
      <details className={styles.notice}>
        <summary>{t.title}</summary>
        <FactList facts={t.facts} />
      </details>
      <Choices
        several
        legend={t.consent}
        legendUnseen
        options={[{ value: who, label: t.agree[who] }]}
        chosen={isAgreed ? [who] : []}
        onChoose={(chosen) => onAgree(chosen.length > 0)}
        mistake={isMissing ? t.missing[who] : undefined}
      />
    </>
  );
}
