/** A file by its name and size, saved on a click; one that is gone or not for this reader is said to be so. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { follow } from "@/api/client";
import { attachmentHref, save, type Attachment, type KeepsFiles } from "@/api/files";
import { asProblem } from "@/api/problem";
import type { Question } from "@/api/view";
import { bytes } from "./amounts";
import { isWithheld } from "./Answered";
import { useMessages } from "./language";
import { messages } from "./messages";

interface Props {
  service: KeepsFiles;
  id: string;
}

export const attachment = (service: KeepsFiles, id: string): Question<Attachment> => ({
  queryKey: [service, "attachments", id],
  queryFn: ({ signal }) => follow<Attachment>(attachmentHref(service, id), { signal }),
});

export function FileLink({ service, id }: Props) {
  const t = useMessages(messages);
  const { data, error } = useQuery({ ...attachment(service, id), staleTime: Infinity });
  const saving = useMutation({ mutationFn: ({ name }: Attachment) => save(`${attachmentHref(service, id)}/content`, name) });
  if (!data) return <span className="muted">{error ? (isWithheld(error) ? t.fileGone : t.nameNotRead) : "…"}</span>;
  return (
    <span>
      <Button type="link" size="small" style={{ paddingInline: 0, whiteSpace: "normal", height: "auto", textAlign: "start" }} loading={saving.isPending} onClick={() => saving.mutate(data)}>{data.name}</Button>
      {" "}<span className="figures muted">{bytes(data.size)}</span>
      {saving.error && <span role="alert"> {asProblem(saving.error).title}</span>}
    </span>
  );
}
