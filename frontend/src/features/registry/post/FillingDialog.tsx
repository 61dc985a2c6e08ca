/** 上岗: asks who, among the registered social workers of the post's employer. */
import { Form } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { WorkerSelect } from "../social_worker/WorkerSelect";
import { fill, type Filling, type Post } from "./queries";

interface Props {
  act: string;
  post: Post;
  onClose: () => void;
}

export function FillingDialog({ act, post, onClose }: Props) {
  return (
    <ActDialog<Filling> act={act} advice="自今日起在岗；只列登记有效、用人单位与岗位一致的社工。" submit={(values) => fill(post, values)} onClose={onClose}>
      <Form.Item name="social_worker_id" label="社工" rules={[{ required: true, message: "请选择社工" }]}>
        <WorkerSelect fits={({ employer_kind, organisation_id }) => employer_kind === post.employer_kind && organisation_id === post.organisation_id} />
      </Form.Item>
    </ActDialog>
  );
}
