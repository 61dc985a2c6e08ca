/** 开发者发件箱: the texts a demo would have sent to phones. */
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "@/ui/EmptyState";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { minuteOf } from "@/ui/times";
import { useTitle } from "@/ui/useTitle";
import { WideTable } from "@/ui/WideTable";
import { texts, type PhoneText } from "./queries";

const REFRESH = 5_000;

export default function OutboxPage() {
  const { data, error, isPending, refetch } = useQuery({ ...texts, refetchInterval: ({ state }) => (state.data ? REFRESH : false) });
  useTitle("短信发件箱");
  if (data === null) return <EmptyState page title="没有短信发件箱" advice="只有演示环境才有；正式环境的短信由短信通道发出。" />;
  return (
    <>
      <h1>短信发件箱</h1>
      <p className="muted">演示环境不发真短信，发给手机的内容列在这里，每五秒更新。</p>
      {error && <ProblemAlert error={error} onReload={() => void refetch()} />}
      <WideTable<PhoneText>
        rowKey={({ phone, sent_at }) => phone + sent_at}
        size="middle"
        loading={isPending}
        dataSource={data}
        label="已发短信"
        locale={{ emptyText: "还没有短信；在手机端登录页获取验证码后会出现在这里" }}
        columns={[
          { title: "时间", render: (_at: unknown, { sent_at }) => <span className="figures">{minuteOf(sent_at)}</span>, width: 160 },
          { title: "手机号", dataIndex: "phone", className: "figures", width: 160 },
          { title: "内容", dataIndex: "text" },
        ]}
      />
    </>
  );
}
