/** Reads the square on the lead's screen with the camera, where the browser can. */
import { useEffect, useRef, useState } from "react";
import { useMessages } from "@/ui/language";
import { read, type Scanned } from "./code";
import { messages } from "./messages";
import styles from "./Scanner.module.css";

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

declare global {
  interface Window {
    BarcodeDetector?: new (options: { formats: string[] }) => Detector;
  }
}

const EVERY = 250;

export const canScan = () => window.BarcodeDetector !== undefined && "mediaDevices" in navigator;

export function Scanner({ onRead }: { onRead: (scanned: Scanned) => void }) {
  const t = useMessages(messages);
  const video = useRef<HTMLVideoElement>(null);
  const [isRefused, setRefused] = useState(false);

  useEffect(() => {
    const screen = video.current;
    if (!screen || !window.BarcodeDetector) return;
    const detector = new window.BarcodeDetector({ formats: ["qr_code"] });
    let stream: MediaStream | null = null;
    let stopped = false;

    async function look() {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      if (stopped || !screen) return stop();
      screen.srcObject = stream;
      await screen.play();
      while (!stopped) {
        const found = (await detector.detect(screen).catch(() => [])).map(({ rawValue }) => read(rawValue)).find((one) => one !== null);
        if (found) return onRead(found);
        await new Promise((go) => setTimeout(go, EVERY));
      }
    }

    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    look().catch(() => !stopped && setRefused(true));
    return () => {
      stopped = true;
      stop();
    };
  }, [onRead]);

  if (isRefused) return <p className="muted" role="status">{t.noCamera}</p>;
  return (
    <figure className={styles.scanner}>
      <video ref={video} muted playsInline />
      <figcaption>{t.scanning}</figcaption>
    </figure>
  );
}
