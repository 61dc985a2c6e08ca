/** 更正: asks why, and goes on at the new card, which is where the matter is now. */
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { ReasonDialog } from "@/ui/ReasonDialog";
import type { OpenDialog } from "@/ui/RecordPage";
import { useRefresh } from "@/ui/useRefresh";
import { correct, type Card } from "./queries";

export function CorrectionDialog({ record, act, onClose }: OpenDialog<Card>) {
  const navigate = useNavigate();
  const refresh = useRefresh();
  const asking = useMutation({
    mutationFn: (reason: string) => correct(record, reason),
    onSuccess: ({ id }) => {
      onClose();
      void refresh();
      void navigate(`/assessment/scorecards/${id}`);
    },
  });
  return (
    <ReasonDialog
      act={act}
      says={`按目前已收到的数据重新计算，另出第 ${record.number + 1} 版，重新核定、告知和冻结；本版不变，在新版冻结前名次仍按本版计。`}
      busy={asking.isPending}
      error={asking.error}
      onReload={() => void refresh().then(() => asking.reset())}
      onReason={asking.mutate}
      onClose={onClose}
    />
  );
}
