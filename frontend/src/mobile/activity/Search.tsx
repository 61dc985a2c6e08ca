/** A word to look for: looked for while it is typed, as soon as the typing rests. */
import { useEffect, useState, type FormEvent } from "react";
import { useMessages } from "@/ui/language";
import { messages } from "./messages";

const REST = 400;

export function Search({ words, onSearch }: { words: string; onSearch: (words: string) => void }) {
  const t = useMessages(messages);
  const [typed, setTyped] = useState(words);
  const [known, setKnown] = useState(words);
  // Half a Chinese word is Latin letters.
  const [isComposing, setComposing] = useState(false);

  // Another choice has taken the word away.
  if (known !== words) {
    setKnown(words);
    if (!words) setTyped("");
  }

  useEffect(() => {
    if (isComposing || typed.trim() === words) return;
    const resting = setTimeout(() => onSearch(typed.trim()), REST);
    return () => clearTimeout(resting);
  }, [typed, words, isComposing, onSearch]);

  function search(event: FormEvent) {
    event.preventDefault();
    onSearch(typed.trim());
  }

  return (
    <form role="search" onSubmit={search}>
      <input
        type="search"
        enterKeyHint="search"
        maxLength={50}
        aria-label={t.search}
        placeholder={t.search}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
    </form>
  );
}
