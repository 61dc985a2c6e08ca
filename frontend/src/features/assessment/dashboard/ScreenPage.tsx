/** 大屏: the dashboard's own components on a dark ground, one indicator after another; Escape leaves. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { DemoMark } from "@/ui/DemoMark";
import { RankedBars } from "@/ui/RankedBars";
import { TileGrid } from "@/ui/TileGrid";
import { darkTokens } from "@/ui/tokens";
import { useTitle } from "@/ui/useTitle";
import { useOwnArea } from "../useOwnArea";
import { nameOf } from "./areaName";
import { AboutParts } from "./AboutParts";
import { AsOf } from "./AsOf";
import { Headline } from "./Headline";
import { LoopPanel } from "./LoopPanel";
import { dashboardPage } from "./places";
import { dashboard, tiles, type Dashboard, type Indicator } from "./queries";
import styles from "./Screen.module.css";
import { Standing } from "./Standing";
import { picturesOf, titleOf } from "./unitsOf";

const TURN = 15_000;
const LIVE = { refetchInterval: 10_000 };
const SHOWN: Indicator[] = ["org_coverage", "volunteer_ratio", "satisfaction", "fund_execution", "needs_answered", "post_coverage", "facility_coverage", "volunteer_active_ratio"];

/** Which indicator is shown: the next one after a while, unless somebody has stopped to look. */
function useTurns(stopped: boolean): [Indicator, (by: number) => void] {
  const [place, setPlace] = useState(0);
  const turn = (by: number) => setPlace((now) => (now + by + SHOWN.length) % SHOWN.length);
  useEffect(() => {
    if (stopped) return;
    const timer = setTimeout(() => turn(1), TURN);
    return () => clearTimeout(timer);
  }, [place, stopped]);
  return [SHOWN[place] ?? "org_coverage", turn];
}

function Board({ of, indicator }: { of: Dashboard; indicator: Indicator }) {
  const [active, setActive] = useState<string | null>(null);
  const { data } = useQuery({ ...tiles(of.area_id, indicator), ...LIVE });
  const figure = of.figures.find((each) => each.indicator === indicator);
  const shared = data && { ...picturesOf(data), active, onActive: setActive };
  return (
    <div className={styles.board}>
      <section aria-label={titleOf(indicator, figure?.unit ?? "")}>
        {figure && <Standing of={figure} />}
        {data && <AboutParts of={data} level={of.level} />}
        {shared && of.level === "city" && <TileGrid {...shared} />}
      </section>
      <section className={styles.ranked} aria-label="由高到低">{shared && <RankedBars {...shared} />}</section>
    </div>
  );
}

function Screen({ of, onLeave }: { of: Dashboard; onLeave: () => void }) {
  const [stopped, setStopped] = useState(false);
  const [indicator, turn] = useTurns(stopped);
  const box = useRef<HTMLDialogElement>(null);
  // As a modal dialog it lies above the frame, keeps the focus inside, and Escape closes it.
  useEffect(() => {
    box.current?.showModal();
    box.current?.focus();
  }, []);
  function act(event: KeyboardEvent) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    // Within a picture the arrows walk from unit to unit.
    if (by !== undefined && !event.defaultPrevented) turn(by);
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a short way for what its buttons do
    <dialog ref={box} tabIndex={-1} className={styles.screen} style={darkTokens} onClose={onLeave} onKeyDown={act} aria-label={`大屏 ${nameOf(of)}`}>
      <header className={styles.head}>
        <h1>三社联动 · {nameOf(of)} <DemoMark /></h1>
        <AsOf of={of} />
        <span className={styles.acts}>
          <button type="button" aria-label="上一个指标" onClick={() => turn(-1)}>‹</button>
          <button type="button" onClick={() => setStopped(!stopped)}>{stopped ? "继续轮播" : "停在此页"}</button>
          <button type="button" aria-label="下一个指标" onClick={() => turn(1)}>›</button>
          <button type="button" onClick={() => void document.documentElement.requestFullscreen()}>全屏</button>
          <button type="button" onClick={() => box.current?.close()}>退出（Esc）</button>
        </span>
      </header>
      <Headline figures={of.figures} />
      <Board of={of} indicator={indicator} />
      <LoopPanel areaId={of.area_id} every={LIVE} />
    </dialog>
  );
}

export default function ScreenPage() {
  const own = useOwnArea();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const area = params.get("area_id") ?? own;
  const { data } = useQuery({ ...dashboard(area ?? ""), ...LIVE, enabled: area !== undefined });
  useTitle("大屏");
  return data ? <Screen of={data} onLeave={() => void navigate(dashboardPage(data.area_id))} /> : null;
}
