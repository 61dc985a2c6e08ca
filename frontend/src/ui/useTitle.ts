/** Names the browser tab after the page. */
import { useEffect } from "react";

const PRODUCT = "三社联动";

export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · ${PRODUCT}` : PRODUCT;
  }, [title]);
}
