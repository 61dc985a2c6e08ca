/** Says that a list shows only what belongs to one record named in the URL, and lets go of it. */
import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";

/** `by` is the query parameter; nothing is shown where the URL does not carry it. */
export function Narrowed({ by, children }: { by: string; children: (id: string) => ReactNode }) {
  const [params, setParams] = useSearchParams();
  const id = params.get(by);
  if (!id) return null;
  const release = () => setParams((now) => {
    const left = new URLSearchParams(now);
    left.delete(by);
    return left;
  });
  return <Alert type="info" style={{ marginBlockEnd: 16 }} title={children(id)} action={<Button size="small" onClick={release}>显示全部</Button>} />;
}
