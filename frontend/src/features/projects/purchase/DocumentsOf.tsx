/** 采购文件: what everybody may download of an announced purchase. */
import { useQuery } from "@tanstack/react-query";
import { bytes } from "@/ui/amounts";
import { documentsOf } from "./queries";

export function DocumentsOf({ id }: { id: string }) {
  const { data } = useQuery(documentsOf(id));
  if (data?.length === 0) return "没有另附文件";
  return data?.map(({ id: key, name, size, links }) => (
    <div key={key}>
      <a href={links.content} download={name}>{name}</a> <span className="figures muted">{bytes(size)}</span>
    </div>
  ));
}
