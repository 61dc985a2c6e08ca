/** How a resident can be reached: masked, and in clear only to whoever says why; what was read is not kept. */
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { OnlyFor } from "@/ui/OnlyFor";
import { ReasonDialog } from "@/ui/ReasonDialog";
import { needRecorders } from "../roles";
import { readContact, type Need, type Source } from "./queries";

const ACT = "查看联系方式";

export function Contact({ need, source }: { need: Need; source: Source }) {
  const [asking, ask] = useState(false);
  const reading = useMutation({ mutationFn: (reason: string) => readContact(need, source.id, reason), gcTime: 0, onSuccess: () => ask(false) });
  if (!source.contact) return <span className="muted">未留</span>;
  const { name, phone } = reading.data ?? source.contact;
  return (
    <>
      <span className="figures">{[name, phone].filter(Boolean).join(" ")}</span>
      {!reading.data && <OnlyFor roles={[...needRecorders]}><Button type="link" size="small" onClick={() => ask(true)}>查看</Button></OnlyFor>}
      {asking && <ReasonDialog act={ACT} busy={reading.isPending} error={reading.error} onReason={reading.mutate} onClose={() => ask(false)} />}
    </>
  );
}
