/** The screen a lead turns to the people present: the volunteers' check-in code and the residents' participation code. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useMemo, useRef } from "react";
import { createPortal } from "react-dom";
import { Link, useParams } from "react-router";
import { useTitle } from "@/ui/useTitle";
import { activity } from "../activity/queries";
import { When } from "../activity/When";
import { CodePanel } from "./CodePanel";
import styles from "./CodeScreen.module.css";
import { attendanceCode, participationCode } from "./queries";

/** The screen must not go dark while people type; a browser that cannot promise it is left alone. */
function useAwake() {
  useEffect(() => {
    const lock = "wakeLock" in navigator ? navigator.wakeLock.request("screen").catch(() => null) : null;
    return () => void lock?.then((held) => held?.release());
  }, []);
}

/** It covers the frame, whose links nobody should reach unseen. */
function useAlone() {
  useEffect(() => {
    const app = document.getElementById("root");
    app?.setAttribute("inert", "");
    return () => app?.removeAttribute("inert");
  }, []);
}

export default function CodeScreen() {
  const { id = "" } = useParams();
  const screen = useRef<HTMLElement>(null);
  const { data } = useQuery(activity(id));
  const volunteersCode = useMemo(() => attendanceCode(id), [id]);
  const residentsCode = useMemo(() => participationCode(id), [id]);
  useAwake();
  useAlone();
  useTitle("现场出码");
  return createPortal(
    <main ref={screen} className={styles.screen} aria-label="现场出码">
      <header>
        <h1>{data?.title ?? "…"}</h1>
        {data && <p><When of={data} /> · {data.place.name}</p>}
        <div className={styles.acts}>
          {document.fullscreenEnabled && <Button onClick={() => void screen.current?.requestFullscreen()}>全屏</Button>}
          <Link to={`/projects/activities/${id}`}><Button>返回活动</Button></Link>
        </div>
      </header>
      <div className={styles.panels}>
        <CodePanel title="志愿者签到码" advice="志愿者扫码，或在手机“签到”里输入" question={volunteersCode} />
        <CodePanel title="居民参与码" advice="参加活动的居民在手机“登记参与”里输入" question={residentsCode} />
      </div>
    </main>,
    document.body,
  );
}
