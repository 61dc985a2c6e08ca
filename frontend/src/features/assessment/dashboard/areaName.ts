/** What an area is called on the dashboard; a missing name is said, never invented. */

interface Named {
  code: string;
  name: string | null;
}

export const nameOf = ({ code, name }: Named) => name ?? `名称待导入 ${code}`;

const withoutOrgan = (name: string) => name.replace(/(?<=社区)居民委员会$/, "").replace(/居民委员会$/, "社区").replace(/村民委员会$/, "村");

const LAST_DIGITS = 3;

/** 岗贝社区居民委员会 → 岗贝社区, 名称待导入 441900003006 → 待导入 006: a picture has little room, and its town stands above it. */
export const shortNameOf = ({ code, name }: Named) => (name === null ? `待导入 ${code.slice(-LAST_DIGITS)}` : withoutOrgan(name));
