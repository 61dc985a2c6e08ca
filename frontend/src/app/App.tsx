/** What surrounds every screen: language, theme, server state, router. */
import { QueryClientProvider } from "@tanstack/react-query";
import { ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useState } from "react";
import { RouterProvider } from "react-router";
import { newQueries } from "@/api/queries";
import { LanguageProvider, useLanguage } from "@/ui/language";
import { theme } from "@/ui/theme";
import { newRouter } from "./router";

function Themed() {
  const { language } = useLanguage();
  const [router] = useState(newRouter);
  dayjs.locale(language === "zh" ? "zh-cn" : "en");
  return (
    <ConfigProvider theme={theme} locale={language === "zh" ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <RouterProvider router={router} />
    </ConfigProvider>
  );
}

export function App() {
  const [queries] = useState(newQueries);
  return (
    <LanguageProvider>
      <QueryClientProvider client={queries}>
        <Themed />
      </QueryClientProvider>
    </LanguageProvider>
  );
}
