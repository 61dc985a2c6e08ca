/** Colours, type and spacing of the product, once; themes and style sheets are made from these. */

export const colour = {
  ink: "#1D2433",
  muted: "#5B6577",
  rule: "#E3E7EE",
  edge: "#8B95A5", // borders of things that take input: 3:1 on white
  ground: "#FFFFFF",
  shade: "#F6F8FB",
  accent: "#1B4F8F",
  accentSoft: "#EAF0F8",
  accentRule: "#C3D3E8",
  accentFaint: "#8FA8C9", // a bar that has not reached its target
  hint: "#6B7587", // stands where something is to be typed
  buttonRule: "#C9D0DB",
  good: "#2B7A57",
  goodInk: "#226247",
  goodSoft: "#E8F3EE",
  goodRule: "#B3D5C5",
  attention: "#B7791F",
  attentionInk: "#8A5710", // amber is too light to be read as text
  attentionSoft: "#FBF3E4",
  attentionRule: "#EBD3A3",
  alarm: "#B93A2B",
  alarmInk: "#9C2F22",
  alarmSoft: "#FBECEA",
  alarmRule: "#EDC0BA",
} as const;

/** From far below the target, through the target, to far above it. */
export const gapScale = ["#B93A2B", "#F3F1EC", "#2B7A57"] as const;

export const sequentialScale = ["#EAF0F8", "#1B4F8F"] as const;

export const font = {
  family: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  body: 14,
  phone: 16,
} as const;

export const space = [4, 8, 12, 16, 24, 32] as const;

export const radius = 6;

/** The same names on the dark ground of a big screen. */
const dark: Partial<Record<keyof typeof colour, string>> = {
  ink: "#EAF0F8",
  muted: "#A9B6C8",
  rule: "#2B3A50",
  edge: "#60728C",
  ground: "#0D1726",
  shade: "#132034",
  accent: "#8DBBF2",
  accentSoft: "#1C2F4A",
  accentFaint: "#4A6C99",
  good: "#72CBA3",
  attention: "#E5B662",
  attentionInk: "#E5B662",
  alarm: "#F29486",
  alarmInk: "#F29486",
};

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** For the `style` of what stands on the dark ground. */
export const darkTokens = Object.fromEntries(Object.entries(dark).map(([name, value]) => [`--${kebab(name)}`, value]));

/** Puts the tokens where style sheets read them: `var(--ink)`, `var(--space-4)`, … */
export function publishTokens(root: HTMLElement): void {
  for (const [name, value] of Object.entries(colour)) root.style.setProperty(`--${kebab(name)}`, value);
  space.forEach((value, step) => root.style.setProperty(`--space-${step + 1}`, `${value}px`));
  root.style.setProperty("--radius", `${radius}px`);
  root.style.setProperty("--font", font.family);
}
