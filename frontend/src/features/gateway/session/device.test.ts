/** Devices by the names people know. */
import { expect, it } from "vitest";
import { deviceName, networkName } from "./device";

it.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge · Windows"],
  ["Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0", "微信 · Android"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1", "Safari · iOS"],
  ["python-httpx/0.28.1", "python-httpx"],
  ["", "未知设备"],
])("%s", (agent, name) => expect(deviceName(agent)).toBe(name));

it.each([["127.0.0.0/24", "本机网络"], ["::/56", "本机网络"], ["10.1.2.0/24", "10.1.2.0/24"], ["2408:8456::/56", "2408:8456::/56"]])("%s", (network, name) =>
  expect(networkName(network)).toBe(name));
