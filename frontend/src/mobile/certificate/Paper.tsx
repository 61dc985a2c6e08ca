/** One certificate in the list: by whom, for how long, whether it holds, and the paper. */
import { useMutation } from "@tanstack/react-query";
import { useMessages } from "@/ui/language";
import { StateTag } from "@/ui/StateTag";
import card from "../activity/Card.module.css";
import { Refusal } from "../Refusal";
import { messages } from "./messages";
import { savePaper, saveProof, type Certificate } from "./queries";
import { useCertificateStates } from "./states";

export function Paper({ of }: { of: Certificate }) {
  const t = useMessages(messages);
  const states = useCertificateStates();
  const saving = useMutation({ mutationFn: (save: typeof savePaper) => save(of) });
  return (
    <li className={card.card}>
      <h2>{of.issuer_name ?? t.unnamed}</h2>
      <p><StateTag states={states} state={of.state} /> {of.hours && <strong className="figures">{t.hours(of.hours)}</strong>}</p>
      <p className="muted figures">{t.period(of.from_on, of.to_on)}</p>
      {of.number && <p className="figures">{t.number(of.number)}</p>}
      {of.reason && <p>{t.reason(of.reason)}</p>}
      {of.number && of.state === "issued" && (
        <p className="form">
          <button type="button" className="act quiet" disabled={saving.isPending} onClick={() => saving.mutate(savePaper)}>{t.download}</button>
          <button type="button" className="act quiet" disabled={saving.isPending} onClick={() => saving.mutate(saveProof)}>{t.proof}</button>
          <a className="act quiet" href={`/verify/#${of.proof ?? ""}`} target="_blank" rel="noreferrer">{t.check}</a>
        </p>
      )}
      <Refusal error={saving.error} />
    </li>
  );
}
