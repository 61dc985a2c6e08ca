/** 星级公示, for everybody: who is to be granted a star, until when objections are taken. */
import { ListPage } from "@/ui/ListPage";
import { noticeColumns, noticeFilters } from "@/ui/notice/noticeColumns";
import { desk } from "../notice/desk";

export default function PublicStarNotices() {
  return (
    <ListPage
      title="星级公示"
      list={desk.notices}
      columns={noticeColumns}
      filters={noticeFilters}
      fixed={{ kind: "star" }}
      open={({ id }) => `/public/star-notices/${id}`}
      empty={{ title: "还没有星级公示", advice: "拟认定的星级志愿者在这里公示至少五个工作日，期内可以提出异议。" }}
    />
  );
}
