/** The files of a record, one under the other. */
import type { KeepsFiles } from "@/api/files";
import styles from "./FilesItem.module.css";
import { FileLink } from "./FileLink";

export function FileLinks({ service, ids }: { service: KeepsFiles; ids: string[] }) {
  if (ids.length === 0) return <>—</>;
  return <ul className={styles.files}>{ids.map((id) => <li key={id}><FileLink service={service} id={id} /></li>)}</ul>;
}
