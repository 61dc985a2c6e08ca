/** What the list of activities shows: a word, an area, and which of them; in the elder view behind one button, which says what is shown. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { areas, pathTo } from "@/ui/areas";
import { useMessages } from "@/ui/language";
import { Choices } from "../Choices";
import { CommunityPicker } from "../CommunityPicker";
import { useElder } from "../elder";
import { keptList } from "../keptList";
import { messages as frame } from "../messages";
import { usePosition } from "../position";
import styles from "./Filters.module.css";
import { messages } from "./messages";
import { Search } from "./Search";

export type Shown = "wanted" | "places" | "all";

interface Props {
  shown: Shown;
  area: string;
  words: string;
  onShow: (shown: Shown) => void;
  onArea: (areaId: string) => void;
  onSearch: (words: string) => void;
}

/** By the phone's own list, which is there without a network too. */
function Where({ area }: { area: string }) {
  const t = useMessages(messages);
  const { nameless } = useMessages(frame);
  const { data = [] } = useQuery({ ...keptList("areas", areas), enabled: Boolean(area) });
  if (!area) return t.whole;
  const [, ...path] = pathTo(data, area).flatMap((id) => data.find((one) => one.id === id) ?? []);
  return path.map(({ name, code }) => name ?? nameless(code)).join(" / ") || "—";
}

function All({ shown, area, words, onShow, onArea, onSearch }: Props) {
  const t = useMessages(messages);
  const [isOpen, setOpen] = useState(false);
  const { position, standing, ask } = usePosition();

  const kinds = (["wanted", "places", "all"] as const).map((value) => ({ value, label: t.shown[value] }));

  return (
    <>
      <Search words={words} onSearch={onSearch} />
      <Choices legend={t.show} legendUnseen options={kinds} chosen={[shown]} onChoose={([one]) => onShow(one as Shown)} />
      <div className={styles.place}>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{t.where}：<Where area={area} /></button>
        {!position && <button type="button" disabled={standing === "asking"} onClick={() => void ask()}>{standing === "asking" ? t.nearAsking : t.near}</button>}
      </div>
      {standing === "refused" && <p className="muted" role="status">{t.nearRefused}</p>}
      {isOpen && <CommunityPicker any="city" value={area} onChange={onArea} />}
    </>
  );
}

export function Filters(props: Props) {
  const t = useMessages(messages);
  const { elder } = useElder();
  const [isOpen, setOpen] = useState(false);
  const { shown, area, words } = props;
  return (
    <div className={styles.filters}>
      {elder && (
        <button type="button" className="act quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t.narrow}：{words || t.shown[shown]} · <Where area={area} />
        </button>
      )}
      {(!elder || isOpen) && <All {...props} />}
    </div>
  );
}
