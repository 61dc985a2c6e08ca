/** What the list of activities shows: a word, an area, and which of them. */
import { useState, type FormEvent } from "react";
import { AreaName } from "@/ui/AreaName";
import { useMessages } from "@/ui/language";
import { Choices } from "../Choices";
import { CommunityPicker } from "../CommunityPicker";
import { usePosition } from "../position";
import styles from "./Filters.module.css";
import { messages } from "./messages";

export type Shown = "wanted" | "places" | "all";

interface Props {
  shown: Shown;
  area: string;
  words: string;
  onShow: (shown: Shown) => void;
  onArea: (areaId: string) => void;
  onSearch: (words: string) => void;
}

export function Filters({ shown, area, words, onShow, onArea, onSearch }: Props) {
  const t = useMessages(messages);
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(words);
  const { position, standing, ask } = usePosition();

  const kinds = (["wanted", "places", "all"] as const).map((value) => ({ value, label: t.shown[value] }));

  function search(event: FormEvent) {
    event.preventDefault();
    onSearch(typed.trim());
  }

  function show(one: Shown) {
    if (one !== "all") setTyped("");
    onShow(one);
  }

  return (
    <div className={styles.filters}>
      <form role="search" onSubmit={search}>
        <input
          type="search"
          enterKeyHint="search"
          maxLength={50}
          aria-label={t.search}
          placeholder={t.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => onSearch(typed.trim())}
        />
      </form>
      <Choices legend={t.show} legendUnseen options={kinds} chosen={[shown]} onChoose={([one]) => show(one as Shown)} />
      <div className={styles.place}>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{t.where}：{area ? <AreaName id={area} /> : t.whole}</button>
        {!position && <button type="button" disabled={standing === "asking"} onClick={() => void ask()}>{standing === "asking" ? t.nearAsking : t.near}</button>}
      </div>
      {standing === "refused" && <p className="muted" role="status">{t.nearRefused}</p>}
      {isOpen && <CommunityPicker any value={area} onChange={onArea} />}
    </div>
  );
}
