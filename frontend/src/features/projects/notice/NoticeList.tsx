/** 公示与异议: what lies open, and where objections wait for an answer. */
import { ListPage } from "@/ui/ListPage";
import { noticeColumns, noticeFilters } from "@/ui/notice/noticeColumns";
import { desk } from "./queries";

export default function NoticeList() {
  return (
    <ListPage
      title="公示与异议"
      list={desk.notices}
      columns={noticeColumns}
      filters={noticeFilters}
      open={({ id }) => `/projects/notices/${id}`}
      empty={{ title: "还没有公示", advice: "采购评审结束后，拟成交结果在这里公示，期内受理异议。" }}
    />
  );
}
