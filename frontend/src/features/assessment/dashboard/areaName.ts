/** What an area is called on the dashboard; a missing name is said, never invented. */

interface Named {
  code: string;
  name: string | null;
}

export const nameOf = ({ code, name }: Named) => name ?? `名称待导入 ${code}`;

/** 岗贝社区居民委员会 → 岗贝社区; a column has little room and the organ stands beside it. */
export const shortNameOf = (area: Named) => nameOf(area).replace(/(?<=社区)居民委员会$/, "").replace(/居民委员会$/, "社区").replace(/村民委员会$/, "村");
