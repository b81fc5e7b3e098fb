// The side panel: positions as cards and as a list. Texts from articles reach the page as text nodes only.
const data = JSON.parse(document.getElementById("data").textContent);
const text = data.text;
const stances = new Map(data.stances.map((stance) => [stance.name, stance]));
const verdicts = new Map(data.verdicts.map((verdict) => [verdict.name, verdict]));
const LISTED = 200; // positions of a list that are shown at a time; thousands make the page slow
const byId = (id) => document.getElementById(id);
const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes; children are elements or strings, and strings stay text. */
function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== "" && child !== false));
  return element;
}

/** What a map has under a key, which is put there if it has nothing yet. */
function gather(map, key, empty) {
  if (!map.has(key)) map.set(key, empty);
  return map.get(key);
}

function short(label, length) {
  return label.length > length ? `${label.slice(0, length - 1).trimEnd()}…` : label;
}

function polarity(position) {
  return stances.get(position.stance).polarity;
}

/** Fill a view anew. What scrolls in it, and what the keyboard is at, stays where it was. */
function renew(id, around, scroll) {
  const before = byId(id).querySelector(".scroll"), at = document.activeElement?.id;
  const [left, top] = [before?.scrollLeft ?? 0, before?.scrollTop ?? 0];
  byId(id).replaceChildren(...around, scroll);
  scroll.scrollTo(left, top);
  if (at) byId(at)?.focus({ preventScroll: true });
}

/** »{n} Positionen« or »1 Position«. */
function counted(n, one, many) {
  return n === 1 ? text[one] : text[many].replace("{n}", n.toLocaleString(text.locale));
}

function day(iso) {
  const date = new Date(`${iso}T00:00:00Z`);
  const style = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return isNaN(date) ? iso : date.toLocaleDateString(text.locale, style);
}

/** What positions say as a whole: for, against, both, or neither. */
function verdict(positions) {
  const found = new Set(positions.map(polarity));
  if (found.has("favour") && found.has("against")) return "mixed";
  return found.has("favour") ? "favour" : found.has("against") ? "against" : "neither";
}

/** How often each stance is taken: »lehnt ab (2)«. */
function tally(positions) {
  const counts = data.stances.map(({ name, label }) => [label, positions.filter(({ stance }) => stance === name).length]);
  return counts.filter(([, count]) => count).map(([label, count]) => `${label} (${count})`);
}

const TIPS = { arrow: "M25 1l8 4-8 4z", bar: "M30 0h3v10h-3z", circle: "M29 1a4 4 0 1 0 .01 0z", diamond: "M23 5l5-4 5 4-5 4z" };

/** A stroke as the edges of a stance or a verdict have it. */
function stroke({ colour, dashes = [], end }) {
  const line = svg("line", { x1: 1, y1: 5, x2: 26, y2: 5, stroke: colour, "stroke-width": 2.5 });
  line.setAttribute("stroke-dasharray", dashes.map((length) => length * 0.7).join(" ") || "none");
  return svg("svg", { class: "stroke", viewBox: "0 0 34 10", "aria-hidden": "true" }, line, svg("path", { d: TIPS[end], fill: colour }));
}

function chip(stance) {
  return el("span", { class: "chip" }, stroke(stance), stance.label);
}

function card(position) {
  const entry = data.entries[position.holder];
  const target = data.entries[position.target];
  const evidence = position.evidence.length ? position.evidence.map(sentence) : [el("p", { class: "quiet" }, text.no_sentence)];
  return el("article", { class: "card" },
    el("h3", {},
      el("button", { class: "name", onclick: () => visit({ node: position.holder }) }, entry.label), " ",
      chip(stances.get(position.stance)), " ",
      el("button", { class: "name", onclick: () => visit({ node: position.target }) }, target.label)),
    ...evidence, facts(position), source(data.articles[position.article]));
}

/** A sentence comes in pieces, each with what it is: cue, quoted, both or neither. */
function sentence(pieces) {
  return el("blockquote", {}, ...pieces.map(([words, kind]) => (kind ? el(kind.includes("cue") ? "mark" : "span", { class: kind }, words) : words)));
}

/** What the marks in the sentences mean, as far as there are any. */
function wordsKey(positions) {
  const kinds = new Set(positions.flatMap(({ evidence }) => evidence.flat().map(([, kind]) => kind)));
  const has = (name) => [...kinds].some((kind) => kind.includes(name));
  const key = [has("cue") && el("li", {}, el("span", { class: "cue" }, text.cue)), has("quoted") && el("li", {}, el("span", { class: "quoted" }, text.quoted))];
  return el("ul", { class: "words-key" }, ...key);
}

function facts(position) {
  const holder = data.entries[position.holder].label;
  const side = position.side === null || position.side === position.holder ? "" : data.entries[position.side].label;
  const rows = [
    ["speaker", side ? `${holder} (${text.side} ${side})` : holder],
    ["chain", position.via.length ? chain(position.via) : ""],
    ["date", position.date ? day(position.date) : text.unknown_value],
    ["mode", text[position.mode] ?? position.mode],
    ["factuality", text[position.factuality] ?? position.factuality],
    ["condition", position.condition],
    ["confidence", position.confidence === null ? "" : meter(position.confidence)],
  ];
  const known = rows.filter(([, value]) => value);
  return el("dl", {}, ...known.map(([name, value]) => el("div", {}, el("dt", {}, text[name]), el("dd", {}, value))));
}

/** The hops, nearest to the holder first, each with the words that tell of it if they say more than its name. */
function chain(via) {
  const hops = via.map(([party, cue]) => el("li", {}, party, cue && cue !== party && el("q", {}, cue)));
  return el("ol", { class: "chain" }, ...hops);
}

function meter(share) {
  const percent = `${Math.round(share * 100)} %`;
  const bar = svg("svg", { class: "meter", viewBox: "0 0 60 6", "aria-hidden": "true" },
    svg("rect", { width: 60, height: 6, rx: 3 }), svg("rect", { class: "full", width: 60 * share, height: 6, rx: 3 }));
  return el("span", {}, bar, percent);
}

function source(article) {
  if (!article) return null;
  const headline = article.headline || article.url || text.source;
  const name = article.link
    ? el("a", { href: article.link, target: "_blank", rel: "noopener noreferrer", title: text.opens }, headline)
    : el("span", {}, headline);
  const imprint = [article.publisher, article.date && day(article.date)].filter(Boolean).join(", ");
  const address = article.url && article.url !== headline ? el("span", { class: "address" }, article.url) : null;
  return el("footer", {}, el("span", { class: "label" }, text.source), name, el("span", {}, imprint), address);
}

/** One line of the list: who, how, what. */
function row(position, number) {
  const open = () => visit({ edge: `p${number}` });
  return el("li", {}, el("button", { class: "row", onclick: open },
    el("strong", {}, data.entries[position.holder].label), chip(stances.get(position.stance)),
    el("span", { class: "what" }, data.entries[position.target].label)));
}

function fillPanel(chosen) {
  const hits = data.positions.map((position, number) => [position, number]).filter(([, number]) => chosen[number]);
  const any = state.selection !== NOTHING, shown = hits.slice(0, LISTED);
  const head = el("div", { class: "head" }, ...title(hits.length));
  if (any) head.append(el("button", { type: "button", class: "close", onclick: () => select(NOTHING) }, text.close), wordsKey(hits.map(([position]) => position)));
  const list = any ? el("div", {}) : el("ul", { class: "rows" });
  byId("panel").replaceChildren(head, list);
  list.append(...shown.map(any ? one : listed));
  rest(list, hits, any ? one : listed);
  byId("panel").scrollTop = 0;
  if (!hits.length) byId("panel").append(el("p", {}, text.nothing), el("button", { type: "button", class: "close", onclick: reset }, text.reset));
}

const one = ([position]) => card(position);
const listed = ([position, number]) => row(position, number);

/** A button that shows the next positions of a long list. */
function rest(list, hits, made) {
  const left = hits.length - list.childElementCount;
  if (left <= 0) return;
  const more = el("button", { type: "button", class: "more", onclick: () => {
    const first = list.childElementCount;
    more.remove();
    list.append(...hits.slice(first, first + LISTED).map(made));
    rest(list, hits, made);
    list.children[first].querySelector("button")?.focus({ preventScroll: true });
  } }, text.more.replace("{n}", Math.min(left, LISTED).toLocaleString(text.locale)).replace("{left}", left.toLocaleString(text.locale)));
  byId("panel").append(more);
}

function title(count) {
  const { node, pair, span, actor } = state.selection;
  const all = count === data.positions.length;
  const number = all ? counted(count, "one_position", "positions")
    : text.shown.replace("{n}", count.toLocaleString(text.locale)).replace("{all}", data.positions.length.toLocaleString(text.locale));
  const quiet = el("p", { class: "quiet" }, number);
  const name = (id) => data.entries[id].label;
  if (node !== undefined) return [el("span", { class: "label" }, text[data.entries[node].kind]), el("h2", {}, name(node)), quiet];
  if (pair) return [el("span", { class: "label" }, name(pair[0])), el("h2", {}, name(pair[1])), quiet];
  if (span) return [el("span", { class: "label" }, actor === undefined ? text.view_timeline : name(actor)), el("h2", {}, [...new Set(span)].map(day).join(" – ")), quiet];
  if (state.selection !== NOTHING) return [el("h2", { class: "quiet" }, number)];
  return [el("h2", {}, all ? text.all : number), el("p", { class: "quiet" }, text[`hint_${state.view}`])];
}
