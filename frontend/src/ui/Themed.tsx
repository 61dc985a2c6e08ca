/** Ant Design in our theme and the reader's language. */
import { ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import type { ReactNode } from "react";
import { useLanguage } from "./language";
import { theme } from "./theme";

export function Themed({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  dayjs.locale(language === "zh" ? "zh-cn" : "en");
  return (
    <ConfigProvider theme={theme} locale={language === "zh" ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
}
