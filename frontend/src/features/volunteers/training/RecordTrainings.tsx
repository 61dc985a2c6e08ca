/** 登记名单: who completed a course on one day, by their public numbers; each has an own result. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Table } from "antd";
import { Link, useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { DayInput } from "@/ui/DayInput";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { dayOf } from "@/ui/times";
import { useRefresh } from "@/ui/useRefresh";
import { useRefusals } from "@/ui/useRefusals";
import { useTitle } from "@/ui/useTitle";
import { course, record, type Course, type Line } from "./queries";

interface Values {
  completed_on: string;
  numbers: string;
}

const MOST = 200;
const numbersIn = (text: string) => [...new Set(text.split(/\D+/).filter(Boolean))];

function check(_rule: unknown, text = "") {
  const numbers = numbersIn(text);
  const wrong = numbers.find((number) => !/^\d{16}$/.test(number));
  if (numbers.length === 0) return Promise.reject(new Error("请填写志愿者编号"));
  if (wrong) return Promise.reject(new Error(`${wrong} 不是 16 位志愿者编号`));
  return numbers.length > MOST ? Promise.reject(new Error(`一次至多 ${MOST} 人`)) : Promise.resolve();
}

const result = ({ title }: Line) => title ?? "已登记，待复核";

function Recording({ of }: { of: Course }) {
  useTitle(`登记培训：${of.name}`);
  const [form] = Form.useForm<Values>();
  const refresh = useRefresh();
  const refusals = useRefusals(form);
  const recording = useMutation({
    mutationFn: ({ completed_on, numbers }: Values) => record(of.id, completed_on, numbersIn(numbers)),
    gcTime: 0,
    onSuccess: () => {
      form.resetFields(["numbers"]);
      void refresh();
    },
    onError: (error) => void refusals.show(error),
  });
  return (
    <>
      <h1>登记培训：{of.name}</h1>
      <p className="muted">登记后由另一账号复核，复核通过才计入志愿者的培训记录。</p>
      {recording.error && <ProblemAlert error={recording.error} unplaced={refusals.unplaced} />}
      <Form<Values> form={form} layout="vertical" requiredMark={false} style={{ maxInlineSize: 720 }} initialValues={{ completed_on: dayOf(new Date()) }} onFinish={(values) => recording.mutate(values)}>
        <Form.Item name="completed_on" label="完成日期" rules={[{ required: true, message: "请选择完成日期" }]}><DayInput /></Form.Item>
        <Form.Item name="numbers" label="志愿者编号" extra="一行一个，可以从表格中整列粘贴" rules={[{ validator: check }]}><Input.TextArea rows={8} /></Form.Item>
        <Button type="primary" htmlType="submit" loading={recording.isPending}>登记</Button>{" "}
        <Link to={`/volunteers/courses/${of.id}`}>回到课程</Link>
      </Form>
      {recording.data && (
        <Table<Line>
          rowKey="number"
          size="small"
          style={{ marginBlockStart: 16, maxInlineSize: 720 }}
          pagination={false}
          dataSource={recording.data}
          columns={[
            { title: "志愿者编号", dataIndex: "number", className: "figures" },
            { title: "姓名", render: (_name: unknown, { name }) => name ?? "—" },
            { title: "结果", render: (_result: unknown, line) => result(line) },
          ]}
        />
      )}
    </>
  );
}

export default function RecordTrainings() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(course(id))} rows={6}>{(of) => <Recording of={of} />}</Answered>;
}
