/** Social workers as one chooses among them: those registered, in the words of their registration. */
import { answer, registry } from "@/api/client";
import { everyItem } from "@/api/pages";
import type { components } from "@/api/registry.gen";
import type { Question } from "@/api/view";

export type SocialWorker = components["schemas"]["SocialWorkerView"];

/** Every registered social worker the reader can see. */
export const registeredWorkers: Question<SocialWorker[]> = {
  queryKey: ["registry", "social-workers", "registered"],
  queryFn: () => everyItem<SocialWorker>((asked) => answer(registry.GET("/social-workers", { params: { query: { state: "registered", ...asked } } }))),
};

export const isRegistered = ({ valid_from, valid_to }: SocialWorker, on: string) => valid_from <= on && on < valid_to;

export const levels: Record<SocialWorker["level"], string> = {
  assistant: "助理社会工作师",
  intermediate: "社会工作师",
  senior: "高级社会工作师",
};

const TAIL = 4;

/** Masked names repeat, so the end of the certificate's number tells two of them apart. */
export const choiceOf = ({ id, name, level, certificate_number }: SocialWorker) => ({
  value: id,
  label: `${name}（${levels[level]}，证书尾号 ${certificate_number.slice(-TAIL)}）`,
});
