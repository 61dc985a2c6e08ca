/** 成交公示, for everybody: what lies open, until when objections are taken. */
import { ListPage } from "@/ui/ListPage";
import { noticeColumns, noticeFilters } from "@/ui/notice/noticeColumns";
import { desk } from "../notice/queries";

export default function PublicNoticeList() {
  return (
    <ListPage
      title="成交公示"
      list={desk.notices}
      columns={noticeColumns}
      filters={noticeFilters}
      fixed={{ kind: "award" }}
      open={({ id }) => `/public/notices/${id}`}
      empty={{ title: "还没有成交公示", advice: "采购评审结束后，拟成交结果在这里公示，期内可以提出异议。" }}
    />
  );
}
