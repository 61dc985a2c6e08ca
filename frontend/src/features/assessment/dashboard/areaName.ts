/** What an area is called on the dashboard; a missing name is said, never invented. */
import { unnamed, withoutOrgan } from "@/ui/areas";

interface Named {
  code: string;
  name: string | null;
}

export const nameOf = ({ code, name }: Named) => (name === null ? unnamed("名称待导入", code) : withoutOrgan(name));
