/** 星级公示: what lies open, and where objections wait for an answer. */
import { ListPage } from "@/ui/ListPage";
import { noticeColumns, noticeFilters } from "@/ui/notice/noticeColumns";
import { desk } from "./desk";

export default function NoticeList() {
  return (
    <ListPage
      title="星级公示"
      list={desk.notices}
      columns={noticeColumns}
      filters={noticeFilters}
      open={({ id }) => `/volunteers/notices/${id}`}
      empty={{ title: "还没有星级公示", advice: "星级申请审核通过后在这里公示至少五个工作日，期内受理异议。" }}
    />
  );
}
