/** Every building block with invented data, to be looked at while developing; never part of the build. */
import { Tabs } from "antd";
import { useSearchParams } from "react-router";
import { GalleryDashboard } from "./GalleryDashboard";
import { GalleryForm } from "./GalleryForm";
import { GalleryList } from "./GalleryList";
import { GalleryRecord } from "./GalleryRecord";

const parts = { dashboard: <GalleryDashboard />, list: <GalleryList />, record: <GalleryRecord />, form: <GalleryForm /> };

export default function Gallery() {
  const [params, setParams] = useSearchParams();
  const part = params.get("part") ?? "dashboard";
  return (
    <>
      <Tabs activeKey={part} onChange={(key) => setParams({ part: key })} items={Object.keys(parts).map((key) => ({ key, label: key }))} />
      {parts[part as keyof typeof parts]}
    </>
  );
}
