/** A device as its holder knows it, from what the browser says of itself; the order matters, as browsers name their forebears. */

const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/, "微信"],
  [/Edg/, "Edge"],
  [/Firefox/, "Firefox"],
  [/Chrome|CriOS/, "Chrome"],
  [/Safari/, "Safari"],
];

const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, "鸿蒙"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

const nameIn = (names: [RegExp, string][], agent: string) => names.find(([pattern]) => pattern.test(agent))?.[1];

export function deviceName(agent: string): string {
  const known = [nameIn(BROWSERS, agent), nameIn(SYSTEMS, agent)].filter(Boolean).join(" · ");
  return known || agent.split(/[ /]/)[0] || "未知设备";
}

/** What signs in from the server itself has no network that anybody would know. */
export const networkName = (network: string) => (/^(127\.|::1?\/)/.test(network) ? "本机网络" : network);
