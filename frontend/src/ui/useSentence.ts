/** A refusal in the reader's language; the English sentences are fetched by those who read them. */
import { useEffect, useState } from "react";
import type { Problem } from "@/api/problem";
import { useLanguage } from "./language";

export function useSentence({ type, title }: Problem): string {
  const { language } = useLanguage();
  const [english, setEnglish] = useState<Record<string, string>>({});
  useEffect(() => {
    if (language !== "en") return;
    // Without a network the refusal keeps the service's own words.
    import("@/api/problems").then(({ inEnglish }) => setEnglish(inEnglish), () => undefined);
  }, [language]);
  return (language === "en" && english[type]) || title;
}
