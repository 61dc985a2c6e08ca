/** What an area is called on the dashboard; a missing name is said, never invented. */
import { withoutOrgan } from "@/ui/areas";

interface Named {
  code: string;
  name: string | null;
}

export const nameOf = ({ code, name }: Named) => (name === null ? `名称待导入 ${code}` : withoutOrgan(name));

const LAST_DIGITS = 3;

/** 岗贝社区居民委员会 → 岗贝社区, 名称待导入 441900003006 → 待导入 006: a picture has little room, and its town stands above it. */
export const shortNameOf = ({ code, name }: Named) => (name === null ? `待导入 ${code.slice(-LAST_DIGITS)}` : withoutOrgan(name));
