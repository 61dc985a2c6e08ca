/** States of a payment. */
import type { States } from "@/ui/StateTag";
import type { Payment } from "./queries";

export const paymentStates: States<Payment["state"]> = {
  undecided: { label: "比例待定", tone: "attention" },
  proposed: { label: "比例待确认", tone: "attention" },
  due: { label: "待制单", tone: "active" },
  requested: { label: "待付款", tone: "active" },
  made: { label: "已付", tone: "good" },
};
