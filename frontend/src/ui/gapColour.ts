/** Colours of figures: red below the target, green above it, or little to much, and text that can be read on each. */
import { gapScale, sequentialScale } from "./tokens";

type Rgb = [number, number, number];

const parse = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Rgb;

const mix = (from: Rgb, to: Rgb, share: number) => from.map((part, at) => Math.round(part + ((to[at] ?? 0) - part) * share)) as Rgb;

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** `share` of the largest gap, from -1 (far below) through 0 (on target) to 1 (far above). */
export function gapColour(share: number): { background: string; color: string } {
  const [below, onTarget, above] = gapScale.map(parse) as [Rgb, Rgb, Rgb];
  return readable(mix(onTarget, share < 0 ? below : above, Math.min(1, Math.abs(share))));
}

/** `share` of the largest value, from 0 to 1. */
export function levelColour(share: number): { background: string; color: string } {
  const [little, much] = sequentialScale.map(parse) as [Rgb, Rgb];
  return readable(mix(little, much, Math.min(1, share)));
}

const readable = (colour: Rgb) => ({ background: `rgb(${colour.join(" ")})`, color: luminance(colour) > 0.179 ? "#000" : "#fff" });
