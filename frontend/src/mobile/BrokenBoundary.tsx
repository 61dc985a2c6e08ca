/** Catches a page that failed; what was filled in is kept. */
import { Component, type ReactNode } from "react";
import { useMessages } from "@/ui/language";
import { EmptyState } from "@/ui/EmptyState";
import { messages } from "./messages";

function Broken() {
  const t = useMessages(messages);
  return <EmptyState title={t.broken} advice={t.brokenAdvice} act={<button type="button" className="act" onClick={() => location.reload()}>{t.reload}</button>} />;
}

export class BrokenBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
