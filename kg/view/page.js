// The picture and what a reader does to it: search, filter, select.

const NOTHING = {}; // the selection: { node: number }, { edge: "p3" } or this
const FONT = '-apple-system, "Segoe UI", Roboto, Inter, "Liberation Sans", Arial, sans-serif';
const READABLE = 0.6; // the zoom below which labels are too small to read
const INK = "#1b2330", FAINT = "#c3c9d2";
const OUTLINES = {
  square: "M3 3h10v10H3z", hexagon: "M4.5 2.5h7L15 8l-3.5 5.5h-7L1 8z", dot: "M8 2.5a5.5 5.5 0 1 0 .01 0z",
  triangle: "M8 2l6.5 11.5h-13z", diamond: "M8 1l6 7-6 7-6-7z", triangleDown: "M8 14L1.5 2.5h13z",
  star: "M8 1l2 5h5l-4 3.2L12.5 15 8 11.5 3.5 15 5 9.2 1 6h5z", box: "M1 4h14v8H1z",
};
const byId = (id) => document.getElementById(id);
const state = { query: "", off: new Set(), selection: NOTHING };
let nodes, edges, network;

function showEmpty() {
  const message = el("div", { class: "empty" }, el("h2", {}, text.empty), el("p", {}, text.empty_hint));
  document.querySelector("main").replaceChildren(message);
}

function start() {
  for (const id of ["search", "legend", "stage", "panel"]) byId(id).hidden = false;
  const issues = data.entries.filter((entry) => entry.kind === "issue").length;
  byId("summary").textContent = [
    counted(data.positions.length, "one_position", "positions"),
    counted(data.entries.length - issues, "one_actor", "actors"),
    counted(issues, "one_issue", "issues"),
    counted(data.articles.length, "one_source", "sources"),
  ].join(" · ");
  search();
  legend();
  kinds();
  draw();
  show();
}

function search() {
  const box = byId("search");
  box.placeholder = text.search;
  box.setAttribute("aria-label", text.search);
  box.addEventListener("input", () => {
    state.query = box.value.trim().toLocaleLowerCase();
    state.selection = NOTHING;
    show();
  });
}

/** The legend is the filter: a button for each stance, in its polarity's group. */
function legend() {
  byId("legend").setAttribute("aria-label", text.legend);
  for (const polarity of ["favour", "against", "neither"]) {
    const group = data.stances.filter((stance) => stance.polarity === polarity);
    if (!group.length) continue;
    byId("legend").append(el("div", { class: "group" }, el("span", { class: "label" }, text[polarity]), ...group.map(toggle)));
  }
}

function toggle(stance) {
  const count = data.positions.filter((position) => position.stance === stance.name).length;
  const button = el("button", { type: "button", class: "toggle", "aria-pressed": "true" }, chip(stance), el("small", {}, `${count}`));
  button.addEventListener("click", () => {
    if (!state.off.delete(stance.name)) state.off.add(stance.name);
    state.selection = NOTHING;
    show();
  });
  button.dataset.stance = stance.name;
  return button;
}

function kinds() {
  for (const kind of data.kinds) {
    const path = svg("path", { d: OUTLINES[data.shapes[kind]], class: kind === "issue" ? "paper" : "solid" });
    byId("kinds").append(el("li", {}, svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, path), text[kind]));
  }
  if (!data.edges.some((edge) => edge.id.startsWith("s"))) return;
  const line = svg("line", { x1: 0, y1: 8, x2: 24, y2: 8, class: "tie" });
  byId("kinds").append(el("li", {}, svg("svg", { viewBox: "0 0 24 16", "aria-hidden": "true" }, line), text.speaks_for));
}

function draw() {
  byId("graph").setAttribute("aria-label", text.graph);
  nodes = new vis.DataSet(data.nodes);
  edges = new vis.DataSet(data.edges);
  network = new vis.Network(byId("graph"), { nodes, edges }, {
    autoResize: true,
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, hideEdgesOnDrag: data.edges.length > 1000, tooltipDelay: 1e9 },
    nodes: { borderWidth: 1.2, borderWidthSelected: 2.5, font: { face: FONT, size: 14, color: INK, strokeWidth: 5, strokeColor: "#f6f7f9" },
      chosen: false, shapeProperties: { borderRadius: 4 } },
    edges: { smooth: false, chosen: false, arrows: { to: { scaleFactor: 0.55 } }, font: { face: FONT, size: 12, strokeWidth: 5, strokeColor: "#f6f7f9" } },
  });
  network.on("click", ({ nodes: [node], edges: [edge] }) => select(node !== undefined ? { node } : edge ? { edge } : NOTHING));
  for (const [event, over] of [["hoverNode", true], ["hoverEdge", true], ["blurNode", false], ["blurEdge", false]]) {
    network.on(event, ({ edge }) => {
      byId("graph").style.cursor = over ? "pointer" : "";
      state.hovered = over ? edge : undefined;
      nameEdges();
    });
  }
  byId("zoom-in").addEventListener("click", () => zoom(1.4));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
  byId("fit").addEventListener("click", () => fit());
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") select(NOTHING); });
  fit();
  if (network.getScale() < READABLE) network.moveTo({ position: network.getPosition(busiest()), scale: READABLE });
}

function fit(some) {
  const animation = some && !matchMedia("(prefers-reduced-motion: reduce)").matches && { duration: 300 };
  network.fit({ nodes: some ?? data.nodes.map(({ id }) => id), maxZoomLevel: 1.15, animation });
}

/** The node with the most edges: where a graph that is too large for the screen is opened. */
function busiest() {
  const degree = (id) => network.getConnectedEdges(id).length;
  return data.nodes.map(({ id }) => id).reduce((best, id) => (degree(id) > degree(best) ? id : best));
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor });
}

function select(selection) {
  state.selection = selection;
  show();
  if (selection !== NOTHING) byId("panel").focus({ preventScroll: true });
}

/** Select from the panel: the picture moves to what was selected. */
function visit(selection) {
  select(selection);
  const { node, edge } = selection;
  fit(node === undefined ? network.getConnectedNodes(edge) : [node, ...network.getConnectedNodes(node)]);
}

/** Whether the position passes search and filter. */
function passes(position) {
  if (state.off.has(position.stance)) return false;
  if (!state.query) return true;
  const parts = [position.holder, position.side, position.target].filter((id) => id !== null).map((id) => data.entries[id]);
  const article = data.articles[position.article];
  const words = [position.evidence.flat().map(([words]) => words).join(""), ...position.via.flat(), article?.publisher, article?.headline,
    ...parts.flatMap((entry) => [entry.label, ...entry.names])];
  return words.some((word) => word?.toLocaleLowerCase().includes(state.query));
}

/** Whether the position belongs to the selected node or edge. */
function selected(position, number) {
  const { node, edge } = state.selection;
  if (node !== undefined) return [position.holder, position.side, position.target].includes(node);
  if (edge?.startsWith("p")) return edge === `p${number}`;
  const tie = data.edges.find((one) => one.id === edge);
  return !tie || (position.holder === tie.from && position.side === tie.to);
}

function show() {
  const passing = data.positions.map(passes);
  const chosen = data.positions.map((position, number) => passing[number] && selected(position, number));
  for (const button of document.querySelectorAll(".toggle")) {
    button.setAttribute("aria-pressed", String(!state.off.has(button.dataset.stance)));
  }
  paint(passing, chosen);
  state.chosen = chosen;
  nameEdges();
  fillPanel(chosen);
}

/** The stance stands on the edges that are selected or pointed at; on all of them the words would cover the picture. */
function nameEdges() {
  const changed = data.edges.filter(({ id }) => id.startsWith("p")).map(({ id }) => {
    const position = data.positions[Number(id.slice(1))];
    const named = id === state.hovered || (state.selection !== NOTHING && state.chosen[Number(id.slice(1))]);
    return { id, label: named ? stances.get(position.stance).label : " " }; // vis-network keeps the old label for ""
  }).filter(({ id, label }) => (edges.get(id).label ?? " ") !== label);
  edges.update(changed);
}

/** Hide what the filter drops, and let what is not selected step back. */
function paint(passing, chosen) {
  const near = new Set(), alive = new Set(), ties = new Set(), nearTies = new Set();
  data.positions.forEach((position, number) => {
    const ends = [position.holder, position.side, position.target];
    if (passing[number]) { ends.forEach((id) => alive.add(id)); ties.add(`${position.holder} ${position.side}`); }
    if (chosen[number]) { ends.forEach((id) => near.add(id)); nearTies.add(`${position.holder} ${position.side}`); }
  });
  nodes.update(data.nodes.map(({ id, color, shape }) => ({ id, hidden: !alive.has(id), opacity: near.has(id) ? 1 : 0.25,
    font: { color: near.has(id) ? INK : FAINT }, borderWidth: state.selection.node === id ? 3 : 1.2,
    color: state.selection.node === id && shape === "box" ? { ...color, border: INK } : color })));
  edges.update(data.edges.map(({ id, from, to, color, width }) => {
    const number = Number(id.slice(1)), tie = id.startsWith("s");
    const lives = tie ? ties.has(`${from} ${to}`) : passing[number];
    const front = tie ? nearTies.has(`${from} ${to}`) : chosen[number];
    return { id, hidden: !lives, color: { ...color, opacity: front ? color.opacity ?? 1 : 0.15 },
      width: state.selection.edge === id ? width + 1.5 : width };
  }));
}

function fillPanel(chosen) {
  const hits = data.positions.map((position, number) => [position, number]).filter(([, number]) => chosen[number]);
  const any = state.selection !== NOTHING;
  const head = el("div", { class: "head" }, ...heading(hits.length));
  if (any) head.append(el("button", { type: "button", class: "close", onclick: () => select(NOTHING) }, text.close));
  const cards = hits.slice(0, LISTED).map(([position, number]) => (any ? card(position) : row(position, number)));
  const rest = hits.length > LISTED ? el("p", { class: "quiet" }, text.more.replace("{n}", hits.length - LISTED)) : "";
  byId("panel").replaceChildren(head, any ? el("div", {}, ...cards) : el("ul", { class: "rows" }, ...cards), rest || "");
  byId("panel").scrollTop = 0;
  if (!hits.length) byId("panel").append(el("p", {}, text.nothing), el("button", { type: "button", class: "close", onclick: reset }, text.reset));
}

function heading(count) {
  const entry = data.entries[state.selection.node];
  const all = count === data.positions.length;
  const number = all ? counted(count, "one_position", "positions")
    : text.shown.replace("{n}", count).replace("{all}", data.positions.length);
  if (entry) return [el("span", { class: "label" }, text[entry.kind]), el("h2", {}, entry.label), el("p", { class: "quiet" }, number)];
  if (state.selection !== NOTHING) return [el("p", { class: "quiet" }, number)];
  return [el("h2", {}, all ? text.all : number), el("p", { class: "quiet" }, text.hint)];
}

function reset() {
  state.query = byId("search").value = "";
  state.off.clear();
  select(NOTHING);
}

if (data.positions.length) start();
else showEmpty();
