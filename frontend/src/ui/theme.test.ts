/** What is written on a coloured box can be read. */
import { expect, it } from "vitest";
import { theme } from "./theme";
import { colour } from "./tokens";

function brightness(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [brightness(one), brightness(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const { colorSuccessBg, colorWarningBg, colorErrorBg, colorInfoBg } = theme.token ?? {};

it.each([colorSuccessBg, colorWarningBg, colorErrorBg, colorInfoBg])("text and links on %s", (ground = "") => {
  for (const written of [colour.ink, colour.muted, colour.accent]) expect(contrast(written, ground)).toBeGreaterThan(4.5);
});
