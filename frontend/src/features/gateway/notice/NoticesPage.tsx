/** 通知: what has happened to what concerns me, without an act of mine; the latest first. */
import { useMutation } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { choices } from "@/ui/choices";
import { EmptyState } from "@/ui/EmptyState";
import { ListFilters } from "@/ui/ListFilters";
import { useListState, type Filter } from "@/ui/listState";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useKeysetList } from "@/ui/useKeysetList";
import { useRefresh } from "@/ui/useRefresh";
import { useTitle } from "@/ui/useTitle";
import { NoticeLine } from "./NoticeLine";
import styles from "./NoticesPage.module.css";
import { notices, read, readUntil, type NoticeQuery } from "./queries";
import { noticeStates } from "./states";

const filters: Filter<NoticeQuery>[] = [{ name: "state", label: "状态", kind: "select", options: choices(noticeStates) }];

export default function NoticesPage() {
  const refresh = useRefresh();
  const state = useListState<NoticeQuery>(filters);
  const { rows, request } = useKeysetList(notices, state.query);
  const onSuccess = () => void refresh();
  const reading = useMutation({ mutationFn: read, onSuccess });
  const readingAll = useMutation({ mutationFn: readUntil, onSuccess });
  const error = request.error ?? reading.error ?? readingAll.error;
  const [latest] = rows;
  useTitle("通知");
  return (
    <div className={styles.page}>
      <header>
        <h1>通知</h1>
        {latest && rows.some((notice) => notice.state === "unread") && (
          <Button loading={readingAll.isPending} onClick={() => readingAll.mutate(latest.told_at)}>全部标为已读</Button>
        )}
      </header>
      <ListFilters filters={filters} {...state} />
      {error && <ProblemAlert error={error} onReload={() => void request.refetch()} />}
      {request.isPending && <Skeleton active={false} paragraph={{ rows: 6 }} aria-label="正在载入" />}
      {request.data && rows.length === 0 && (
        <EmptyState title={state.isFiltered ? "没有符合条件的通知" : "还没有通知"} advice="您所在组织或辖区的事项有了结果，会在这里告诉您。" />
      )}
      {rows.length > 0 && (
        <ul className={styles.list}>
          {rows.map((notice) => <NoticeLine key={notice.id} notice={notice} onRead={() => reading.mutate(notice.id)} />)}
        </ul>
      )}
      {request.hasNextPage && <Button onClick={() => void request.fetchNextPage()} loading={request.isFetchingNextPage}>更多</Button>}
    </div>
  );
}
