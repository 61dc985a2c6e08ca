/** Switches to the elder view and back, and chooses its text size. */
import { useMessages } from "@/ui/language";
import { useElder, type ElderSize } from "./elder";
import styles from "./ElderSwitch.module.css";
import { messages } from "./messages";

export function ElderSwitch() {
  const t = useMessages(messages);
  const { elder, size, setElder, setSize } = useElder();
  return (
    <div className={styles.row}>
      {elder && (
        <div className={styles.sizes} role="group" aria-label={t.textSize}>
          {t.sizes.map((name, step) => (
            <button key={name} type="button" aria-pressed={size === step} onClick={() => setSize(step as ElderSize)}>{name}</button>
          ))}
        </div>
      )}
      <button type="button" className={styles.toggle} onClick={() => setElder(!elder)}>{elder ? t.standard : t.elder}</button>
    </div>
  );
}
