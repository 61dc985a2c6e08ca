// Lists the examples, and runs them with what is typed in above; text is only ever set as text.
"use strict";

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value);
  element.append(...children.filter((child) => child != null));
  return element;
}

const typed = (id) => document.getElementById(id).value.trim();

async function token() {
  const given = btoa(`${encodeURIComponent(typed("client-id"))}:${encodeURIComponent(typed("client-secret"))}`);
  const answer = await fetch("token", {
    method: "POST",
    headers: { Authorization: `Basic ${given}`, "Content-Type": "application/x-www-form-urlencoded" },
    body: "grant_type=client_credentials",
    credentials: "omit",
  });
  return { answer, said: await answer.json() };
}

function shown(answer, said) {
  const next = answer.headers.get("sanshe-next");
  const head = `${answer.status} ${answer.headers.get("content-type") ?? ""}${next ? `\nSanshe-Next: ${next}` : ""}`;
  return `${head}\n\n${JSON.stringify(said, null, 1)}`;
}

async function run(path, output) {
  output.hidden = false;
  output.textContent = "正在运行…";
  try {
    const granted = await token();
    if (!granted.answer.ok) {
      output.textContent = shown(granted.answer, granted.said);
      return;
    }
    const headers = { Authorization: `Bearer ${granted.said.access_token}` };
    const answer = await fetch(path, { headers, credentials: "omit" });
    output.textContent = shown(answer, await answer.json());
  } catch {
    output.textContent = "没有连上，请检查网络后再试。";
  }
}

function entry({ title, why, scope, path, command }) {
  const parts = [make("h3", {}, title), make("p", {}, why)];
  if (scope) parts.push(make("p", { class: "quiet" }, "需要的权限范围：", make("code", {}, scope)));
  parts.push(make("pre", {}, make("code", {}, command)));
  if (path) {
    const output = make("pre", { role: "status", tabindex: "0", "aria-label": `「${title}」的答复` });
    const button = make("button", { type: "button" }, "运行");
    button.addEventListener("click", () => run(path, output));
    output.hidden = true;
    parts.push(button, output);
  }
  return make("section", {}, ...parts);
}

async function fill() {
  const { setting, token: first, examples } = await (await fetch("examples.json")).json();
  const own = { title: "准备", why: "在命令行里先写好地址、标识与密钥。", command: setting.replace("{origin}", location.origin) };
  const main = document.getElementById("examples");
  main.replaceChildren(...[own, first, ...examples].map(entry));
  main.removeAttribute("aria-busy");
}

document.getElementById("credentials").addEventListener("submit", (event) => event.preventDefault());
fill();
