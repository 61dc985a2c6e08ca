/** Ant Design, themed once from the tokens. */
import type { ThemeConfig } from "antd";
import { colour, font, radius } from "./tokens";

export const theme: ThemeConfig = {
  token: {
    colorPrimary: colour.accent,
    colorLink: colour.accent,
    colorInfo: colour.accent,
    colorSuccess: colour.good,
    colorWarning: colour.attention,
    colorError: colour.alarm,
    colorText: colour.ink,
    colorTextSecondary: colour.muted,
    colorTextTertiary: colour.muted,
    colorTextDescription: colour.muted,
    colorTextPlaceholder: "#6B7587",
    colorBorder: colour.edge,
    colorBorderSecondary: colour.rule,
    colorSplit: colour.rule,
    colorBgLayout: colour.ground,
    fontFamily: font.family,
    fontSize: font.body,
    fontSizeHeading3: 18,
    fontSizeHeading4: 16,
    fontSizeHeading5: 14,
    borderRadius: radius,
    controlHeight: 34,
    motion: false,
    wireframe: false,
  },
  components: {
    Table: {
      headerBg: colour.shade,
      headerColor: colour.muted,
      headerSplitColor: "transparent",
      rowHoverBg: colour.shade,
      rowSelectedBg: colour.accentSoft,
      rowSelectedHoverBg: colour.accentSoft,
      cellPaddingBlockMD: 9,
      cellPaddingInlineMD: 14,
    },
    Menu: { itemHeight: 36, itemBorderRadius: radius, activeBarBorderWidth: 0, itemSelectedBg: colour.accentSoft },
    Button: { defaultBorderColor: "#C9D0DB", primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" },
    Form: { itemMarginBottom: 24, labelColor: colour.ink, verticalLabelPadding: "0 0 6px" },
    Tabs: { horizontalItemGutter: 24 },
  },
};
