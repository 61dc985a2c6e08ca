/** Changes what volunteers say of themselves: where they live and which groups they count themselves to. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { Action } from "@/api/view";
import { useMessages } from "@/ui/language";
import { CommunityPicker } from "../CommunityPicker";
import { isSaidByFields, mistakeAt, useFirstMistake } from "../mistakes";
import type { Volunteer } from "../myself";
import { Refusal } from "../Refusal";
import { GroupChoices } from "./GroupChoices";
import { messages } from "./messages";
import { SkillChoices } from "./SkillChoices";
import { changeProfile } from "./queries";

export function ProfileForm({ volunteer, action, onDone }: { volunteer: Volunteer; action: Action; onDone: () => void }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const [values, setValues] = useState({ area_id: volunteer.area_id, groups: volunteer.groups, skills: volunteer.skills });
  const changing = useMutation({
    mutationFn: () => changeProfile(action, volunteer.version, values),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ["volunteers"] }),
  });
  useFirstMistake(changing.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    changing.mutate();
  }

  return (
    <form className="form" style={{ marginBlockStart: 24 }} onSubmit={submit} noValidate>
      <CommunityPicker value={values.area_id} onChange={(area_id) => setValues({ ...values, area_id })} mistake={mistakeAt(changing.error, "/area_id")} />
      <GroupChoices chosen={values.groups} onChoose={(groups) => setValues({ ...values, groups })} />
      <SkillChoices chosen={values.skills} onChoose={(skills) => setValues({ ...values, skills })} />
      <Refusal error={isSaidByFields(changing.error, ["/area_id"]) ? null : changing.error} />
      <button type="submit" className="act" disabled={changing.isPending}>{t.save}</button>
    </form>
  );
}
