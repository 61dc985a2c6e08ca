/** Says what was found: a word first, then what it is about, then what it does not cover. */
import type { Checked, Said, Served, Wrong } from "./check";
import { fingerprint } from "./keys";
import type { Asked, Registered } from "./online";
import type { PublicKey } from "./signed";

type Tone = "good" | "alarm" | "attention";

const WRONG: Record<Wrong, string> = {
  shape: "这不是志愿服务证明的核验码或证明文件，或内容不完整。",
  key: "没有签发这份证明的公钥，无法核对。联网打开本页，或粘贴签发机关公布的公钥。",
  signature: "签名不符：内容被改动过，或不是签发机关签发的。",
  entries: "证明文件中的时长条目与证明不符，被增删或改动过。",
  ledger: "时长条目不在签发机关封存的账本上。",
};

function element(name: string, text?: string, className?: string): HTMLElement {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function verdict(tone: Tone, word: string, why: string): HTMLElement {
  const made = element("div", undefined, `verdict ${tone}`);
  made.append(element("strong", word), element("p", why));
  return made;
}

function facts(pairs: [string, string][]): HTMLElement {
  const list = element("dl");
  for (const [name, value] of pairs) list.append(element("dt", name), element("dd", value));
  return list;
}

const aboutSaid = ({ no, name, id, issuer, from, to, hours, minutes, entries, on }: Said): [string, string][] => [
  ["证明编号", no],
  ["志愿者", `${name}（证件 ${id}）`],
  ["出具单位", issuer],
  ["服务期间", `${from} 至 ${to}`],
  ["志愿服务时间", `${hours} 小时（${minutes} 分钟，${entries} 次）`],
  ["出具日期", on],
];

const aboutRegistered = ({ number, name, id_number, issuer_name, from_on, to_on, hours, issued_on }: Registered): [string, string][] => [
  ["证明编号", number],
  ["志愿者", `${name}（证件 ${id_number}）`],
  ["出具单位", issuer_name],
  ["服务期间", `${from_on} 至 ${to_on}`],
  ["志愿服务时间", `${hours} 小时`],
  ["出具日期", issued_on],
];

function table(served: Served[]): HTMLElement {
  const made = element("table");
  const head = element("tr");
  head.append(element("th", "日期"), element("th", "活动"), element("th", "分钟"));
  made.append(head);
  for (const { starts, title, minutes } of served) {
    const row = element("tr");
    const day = starts.toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
    row.append(element("td", day), element("td", title), element("td", String(minutes)));
    made.append(row);
  }
  return made;
}

const ENDED: Record<Registered["state"], string> = { issued: "", revoked: "已撤销", replaced: "已换发，以新编号的证明为准" };

/** What the register says, beside a signature that is right. */
export function standing(asked: Asked): HTMLElement {
  if ("silent" in asked) return element("p", "是否已撤销只能联网查询；现在查不到，请以联网核验为准。", "note");
  if ("none" in asked) return verdict("alarm", "无效", "登记簿上没有这个编号。");
  const { state, ended_on, countered_minutes } = asked.found;
  if (state !== "issued") return verdict("alarm", "无效", `${ENDED[state]}（${ended_on ?? ""}）。`);
  if (countered_minutes > 0) return verdict("attention", "请注意", `出具之后，其中 ${countered_minutes} 分钟已被冲正，请出具单位换发。`);
  return element("p", "登记簿：有效，未撤销。", "note");
}

export function outcome(checked: Checked): HTMLElement[] {
  if ("wrong" in checked) {
    return [checked.wrong === "key" ? verdict("attention", "无法核对", WRONG.key) : verdict("alarm", "无效", WRONG[checked.wrong])];
  }
  const { said, key, served } = checked;
  const covered = served ? "签名和每一条时长都与封存账本一致。" : "签名一致。要逐条核对时长，请打开证明文件（持证人和出具单位都可以下载）。";
  const shown = [verdict("good", "有效", covered), facts(aboutSaid(said))];
  if (served) shown.push(table(served));
  return [...shown, element("p", `签发公钥 ${key.kid}，指纹 ${fingerprint(key)}；账本第 ${said.page} 页，摘要 ${said.ledger.slice(0, SHORT)}。`, "note")];
}

const SHORT = 16;

/** Looked up by number alone: the register's word, without a signature in hand. */
export function byNumber(asked: Asked): HTMLElement[] {
  if ("silent" in asked) return [verdict("attention", "查不到", "按编号核验须联网；离线时请用核验码或证明文件。")];
  if ("none" in asked) return [verdict("alarm", "无效", "登记簿上没有这个编号。")];
  const { state, ended_on, countered_minutes } = asked.found;
  const word = state === "issued" ? verdict("good", "有效", "登记簿：有效，未撤销。") : verdict("alarm", "无效", `${ENDED[state]}（${ended_on ?? ""}）。`);
  const noted = countered_minutes > 0 ? [standing(asked)] : [];
  return [word, ...noted, facts(aboutRegistered(asked.found))];
}

export function listed(keys: PublicKey[]): HTMLElement[] {
  return keys.length > 0
    ? keys.map((key) => element("li", `${key.kid} · ${fingerprint(key)}`))
    : [element("li", "还没有公钥：联网打开本页，或粘贴。")];
}
