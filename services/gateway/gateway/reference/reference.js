// Reads every service's OpenAPI document and lists its operations and facts; text is only ever set as text.
"use strict";

const SERVICES = ["gateway", "registry", "projects", "volunteers", "assessment"];
const METHODS = ["get", "post", "put", "patch", "delete"];

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value);
  element.append(...children.filter((child) => child != null));
  return element;
}

function resolved(schema, document_) {
  const name = schema?.$ref?.split("/").pop();
  return name ? { name, ...document_.components?.schemas?.[name] } : (schema ?? {});
}

function typeOf(schema, document_) {
  if (schema?.$ref) return schema.$ref.split("/").pop();
  const either = schema?.anyOf ?? schema?.oneOf;
  if (either) return either.map((each) => typeOf(each, document_)).join(" | ");
  if (schema?.enum) return schema.enum.map((each) => JSON.stringify(each)).join(" | ");
  if (schema?.type === "array") return `${typeOf(schema.items, document_)}[]`;
  return [schema?.type ?? "any", schema?.format].filter(Boolean).join(":");
}

function table(headings, rows) {
  if (!rows.length) return null;
  const row = (cell, values) => make("tr", {}, ...values.map((value) => make(cell, {}, value)));
  return make("table", {}, make("thead", {}, row("th", headings)), make("tbody", {}, ...rows.map((each) => row("td", each))));
}

function named(name, needed) {
  return make("span", {}, make("code", {}, name), needed ? make("span", { class: "needed" }, " 必填") : "");
}

function fields(schema, document_) {
  const { properties = {}, required = [] } = resolved(schema, document_);
  return table(
    ["字段", "类型", "说明"],
    Object.entries(properties).map(([name, each]) => [
      named(name, required.includes(name)),
      make("span", { class: "type" }, typeOf(each, document_)),
      each.description ?? "",
    ]),
  );
}

function section(title, content) {
  return content ? make("section", {}, make("h4", {}, title), content) : null;
}

function operationBody(operation, document_) {
  const parameters = (operation.parameters ?? []).map((each) => [
    named(each.name, each.required),
    make("span", { class: "type" }, `${each.in} · ${typeOf(each.schema, document_)}`),
    each.description ?? "",
  ]);
  const sent = operation.requestBody?.content?.["application/json"]?.schema;
  const answers = Object.entries(operation.responses ?? {}).map(([status, answer]) => [
    make("code", {}, status),
    make("span", { class: "type" }, typeOf(Object.values(answer.content ?? {})[0]?.schema ?? { type: "–" }, document_)),
    answer.description ?? "",
  ]);
  const content = operation.responses?.["200"]?.content ?? operation.responses?.["201"]?.content;
  return make(
    "div",
    { class: "body" },
    operation.description ? make("p", {}, operation.description) : null,
    section("参数", table(["名称", "位置与类型", "说明"], parameters)),
    section("提交内容", sent && fields(sent, document_)),
    section("答复内容", content && fields(content["application/json"]?.schema, document_)),
    section("答复", table(["状态", "类型", "说明"], answers)),
  );
}

// The details are made when they are opened: the page stays light with hundreds of operations.
function entry(method, path, title, words, body) {
  const summary = make("summary", {}, make("span", { class: `method ${method}` }, method), make("span", { class: "path" }, path), make("span", { class: "quiet" }, title));
  const details = make("details", { "data-words": words.toLowerCase() }, summary);
  details.addEventListener("toggle", () => details.open && details.children.length === 1 && details.append(body()), { once: true });
  return details;
}

function operations(service, document_) {
  const byTag = new Map();
  for (const [path, methods] of Object.entries(document_.paths ?? {})) {
    for (const method of METHODS.filter((each) => methods[each])) {
      const operation = methods[method];
      const full = `/api/${service}${path}`;
      const title = (operation.description ?? operation.summary ?? "").split(/[:.。\n]/)[0];
      const made = entry(method.toUpperCase(), full, title, `${method} ${full} ${operation.description ?? ""} ${operation.operationId}`, () => operationBody(operation, document_));
      const tag = operation.tags?.[0] ?? "";
      byTag.set(tag, [...(byTag.get(tag) ?? []), made]);
    }
  }
  return [...byTag].flatMap(([tag, entries]) => [make("h3", {}, tag), ...entries]);
}

function factsOf(document_) {
  const entries = Object.entries(document_.webhooks ?? {}).map(([name, { post }]) => {
    const schema = post.requestBody.content["application/json"].schema;
    return entry("FACT", name, post.summary ?? "", `${name} ${post.summary ?? ""}`, () => make("div", { class: "body" }, fields(schema, document_)));
  });
  return entries.length ? [make("h3", {}, "事实 facts"), ...entries] : [];
}

async function read(service) {
  try {
    const answer = await fetch(`/api/${service}/openapi.json`);
    if (!answer.ok) throw new Error(String(answer.status));
    const document_ = await answer.json();
    return [make("h2", { id: service }, document_.info.title), make("p", { class: "quiet" }, make("a", { href: `/api/${service}/openapi.json` }, "OpenAPI 文档")), ...operations(service, document_), ...factsOf(document_)];
  } catch {
    return [make("h2", { id: service }, service), make("p", { class: "quiet" }, "这个服务暂时没有回应,稍后刷新即可。")];
  }
}

function search(text) {
  const wanted = text.trim().toLowerCase();
  for (const each of document.querySelectorAll("details")) each.hidden = !each.dataset.words.includes(wanted);
}

async function fill() {
  const shown = await Promise.all(SERVICES.map(read));
  const main = document.getElementById("operations");
  main.replaceChildren(...shown.flat());
  main.removeAttribute("aria-busy");
  document.getElementById("services").append(...SERVICES.map((name, place) => make("a", { href: `#${name}` }, shown[place][0].textContent)));
  document.getElementById("search").addEventListener("input", (event) => search(event.target.value));
}

fill();
