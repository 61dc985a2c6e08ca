/** A refusal on the phone. */
import { asProblem } from "@/api/problem";
import { inEnglish } from "@/api/problems";
import { useLanguage } from "@/ui/language";
import styles from "./Refusal.module.css";

export function Refusal({ error }: { error: unknown }) {
  const { language } = useLanguage();
  if (!error) return null;
  const problem = asProblem(error);
  const title = language === "en" ? (inEnglish[problem.type] ?? problem.title) : problem.title;
  return <p role="alert" className={styles.refusal}>{title}{problem.detail && ` ${problem.detail}`}</p>;
}
