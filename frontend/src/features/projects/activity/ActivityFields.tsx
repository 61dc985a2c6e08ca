/** What an activity is planned to be: when, where, led by whom, and how many are wanted. */
import { Form, Input, InputNumber } from "antd";
import { InstantInput } from "@/ui/InstantInput";
import { dayOf } from "@/ui/times";
import { within } from "@/ui/within";
import styles from "./ActivityFields.module.css";
import { LeadSelect } from "./LeadSelect";
import { WantedEditor } from "./WantedEditor";

const MOST_RESIDENTS = 100_000;

/** By the fields of the request. */
export const activityLabels = {
  title: "活动名称",
  starts_at: "开始时间",
  ends_at: "结束时间",
  place: "地点",
  lead_social_worker_id: "负责社工",
  wanted: "志愿者岗位",
  resident_places: "居民名额",
  description: "说明",
};

/** `area` is where it takes place, by which the social workers are sorted. */
export function ActivityFields({ area }: { area: string | undefined }) {
  const startsAt = Form.useWatch<string | undefined>("starts_at");
  return (
    <>
      <Form.Item name="title" label={activityLabels.title} rules={[{ required: true, whitespace: true, min: 2, message: "请填写活动名称" }]}>
        <Input maxLength={100} showCount />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="starts_at" label={activityLabels.starts_at} rules={[{ required: true, message: "请选择开始时间" }]}><InstantInput /></Form.Item>
        <Form.Item name="ends_at" label={activityLabels.ends_at} rules={[{ required: true, message: "请选择结束时间" }]}><InstantInput /></Form.Item>
      </div>
      <Form.Item name={["place", "name"]} label={activityLabels.place} rules={[{ required: true, whitespace: true, min: 2, message: "请填写地点" }]}>
        <Input maxLength={200} placeholder="如：林村社区党群服务中心二楼" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name={["place", "latitude"]} label="纬度（可不填）" extra="如 22.8103；填了，手机签到时核对距离" rules={[within(-90, 90)]}>
          <InputNumber style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name={["place", "longitude"]} label="经度（可不填）" extra="如 114.0872" rules={[within(-180, 180)]}>
          <InputNumber style={{ width: "100%" }} />
        </Form.Item>
      </div>
      <Form.Item name="lead_social_worker_id" label={activityLabels.lead_social_worker_id} extra="须是活动当日登记有效的社工" rules={[{ required: true, message: "请选择负责社工" }]}>
        <LeadSelect area={area} on={dayOf(startsAt ?? new Date())} />
      </Form.Item>
      <WantedEditor />
      <Form.Item name="resident_places" label={activityLabels.resident_places} extra="0 为不限" rules={[within(0, MOST_RESIDENTS)]}>
        <InputNumber precision={0} suffix="人" style={{ width: "100%" }} />
      </Form.Item>
      <Form.Item name="description" label={activityLabels.description} extra="居民和志愿者在手机上看到"><Input.TextArea rows={4} maxLength={4000} showCount /></Form.Item>
    </>
  );
}
