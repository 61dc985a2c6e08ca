/** The page that checks certificates in the browser: served by the city, or saved as one file and opened from a disk. */
import "./verify.css";
import { check } from "./check";
import { keysIn, keysOfTheService, together } from "./keys";
import { registered } from "./online";
import { byNumber, listed, outcome, standing } from "./show";

const NUMBER = /^[A-Z]{2}\d{10,}$/;
const INSIDE = '<script type="application/json" id="keys">';

const at = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const text = at<HTMLTextAreaElement>("text");
const result = at("result");

let keys = keysIn(at("keys").textContent ?? "");
at("known").replaceChildren(...listed(keys));

function take(more: typeof keys): void {
  keys = together(keys, more);
  at("known").replaceChildren(...listed(keys));
  at("keep").hidden = keys.length === 0 || !location.protocol.startsWith("http");
}

const loaded = keysOfTheService().then(take);

async function look(): Promise<void> {
  const given = text.value.trim();
  if (!given) return result.replaceChildren();
  if (NUMBER.test(given)) return result.replaceChildren(...byNumber(await registered(given)));
  await loaded;
  const checked = check(given, keys);
  result.replaceChildren(...outcome(checked));
  if ("said" in checked) result.append(standing(await registered(checked.said.no)));
}

at("form").addEventListener("submit", (event) => {
  event.preventDefault();
  void look();
});

at<HTMLInputElement>("file").addEventListener("change", (event) => {
  const [file] = (event.target as HTMLInputElement).files ?? [];
  void file?.text().then((content) => {
    text.value = content;
    return look();
  });
});

at("take").addEventListener("click", () => {
  take(keysIn(at<HTMLTextAreaElement>("pasted").value));
  void look();
});

/** The same page as one file, with the keys inside. */
at("save").addEventListener("click", () => {
  void fetch("/verify/offline.html").then(async (response) => {
    const page = (await response.text()).replace(`${INSIDE}[]`, `${INSIDE}${JSON.stringify(keys)}`);
    const address = URL.createObjectURL(new Blob([page], { type: "text/html" }));
    Object.assign(document.createElement("a"), { href: address, download: "志愿服务证明核验.html" }).click();
    URL.revokeObjectURL(address);
  });
});

/** From the code on the paper: what stands behind # never leaves the browser. */
function fromAddress(): void {
  if (location.hash.length <= 1) return;
  text.value = location.hash.slice(1);
  void look();
}

addEventListener("hashchange", fromAddress);
fromAddress();
