/** What is bought, by its name in the catalogue of services. */
import { useQuery } from "@tanstack/react-query";
import { catalogue } from "./queries";

export function CatalogueName({ code }: { code: string }) {
  const { data } = useQuery({ ...catalogue, staleTime: Infinity });
  const name = data?.find((item) => item.code === code)?.name;
  return <>{name ?? "目录外"} <span className="muted figures">{code}</span></>;
}
