// The page: what a reader does to it, and what is shown then. The state tells everything, and `show` shows it.

const OUTLINES = {
  square: "M3 3h10v10H3z", hexagon: "M4.5 2.5h7L15 8l-3.5 5.5h-7L1 8z", dot: "M8 2.5a5.5 5.5 0 1 0 .01 0z",
  triangle: "M8 2l6.5 11.5h-13z", diamond: "M8 1l6 7-6 7-6-7z", triangleDown: "M8 14L1.5 2.5h13z",
  star: "M8 1l2 5h5l-4 3.2L12.5 15 8 11.5 3.5 15 5 9.2 1 6h5z", box: "M1 4h14v8H1z",
};

function showEmpty() {
  const message = el("div", { class: "empty" }, el("h2", {}, text.empty), el("p", {}, text.empty_hint));
  document.querySelector("main").replaceChildren(message);
}

function start() {
  for (const id of ["search", "bar", "legend", "panel"]) byId(id).hidden = false;
  const issues = data.entries.filter((entry) => entry.kind === "issue").length;
  byId("summary").textContent = [
    counted(data.positions.length, "one_position", "positions"),
    counted(data.entries.length - issues, "one_actor", "actors"),
    counted(issues, "one_issue", "issues"),
    counted(data.articles.length, "one_source", "sources"),
  ].join(" · ");
  follow(location.hash);
  search();
  tabs();
  legend();
  kinds();
  pairsKey();
  filters();
  openFilters(FILTERS.some((name) => state[name]));
  addEventListener("hashchange", () => { if (location.hash.slice(1) !== address()) { follow(location.hash); show(); } });
  addEventListener("resize", () => { if (state.view === "timeline") timeline(data.positions.map(passes)); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") select(NOTHING); });
  byId("matrix").addEventListener("keydown", walk);
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

/** A tab for each view; the arrow keys go from one to the next (WAI-ARIA practices, tabs). */
function tabs() {
  byId("tabs").setAttribute("aria-label", text.views);
  for (const view of VIEWS) {
    byId("tabs").append(el("button", { type: "button", role: "tab", id: `tab-${view}`, "aria-controls": view === "graph" ? "stage" : view,
      onclick: () => open(view) }, text[`view_${view}`]));
  }
  byId("tabs").addEventListener("keydown", ({ key }) => {
    const step = { ArrowLeft: VIEWS.length - 1, ArrowRight: 1 }[key];
    if (!step) return;
    open(VIEWS[(VIEWS.indexOf(state.view) + step) % VIEWS.length]);
    byId(`tab-${state.view}`).focus();
  });
}

function open(view) {
  state.view = view;
  show();
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
  const button = el("button", { type: "button", class: "toggle", "aria-pressed": "true" }, chip(stance), el("small", {}, count.toLocaleString(text.locale)));
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

/** What the lines are where each stands for many positions, and how many there are. */
function pairsKey() {
  if (!data.gathered) return;
  const key = data.verdicts.map((one) => el("li", {}, stroke(one), `${one.sign} ${text[one.name]}`));
  byId("kinds").prepend(...key);
  byId("kinds").append(el("li", { id: "drawn" }));
}

function select(selection) {
  state.selection = selection;
  show();
  if (selection !== NOTHING) byId("panel").focus({ preventScroll: innerWidth > 900 }); // else it lies below
}

/** Select from the panel: the picture moves to what was selected. */
function visit(selection) {
  select(selection);
  if (state.view === "graph") center(selection);
}

function show() {
  mirror();
  const passing = data.positions.map(passes);
  const chosen = data.positions.map((position, number) => passing[number] && selected(position, number));
  state.chosen = chosen;
  for (const view of VIEWS) {
    const on = state.view === view;
    byId(view === "graph" ? "stage" : view).hidden = !on;
    byId(`tab-${view}`).setAttribute("aria-selected", String(on));
    byId(`tab-${view}`).tabIndex = on ? 0 : -1;
  }
  showView(passing, chosen);
  fillPanel(chosen);
  const hash = address();
  if (location.hash.slice(1) !== hash) history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
}

function showView(passing, chosen) {
  if (state.view === "matrix") return matrix(passing);
  if (state.view === "timeline") return timeline(passing);
  const first = network === undefined;
  if (first) draw();
  paint(passing, chosen);
  nameEdges();
  if (first && state.selection !== NOTHING) center(state.selection);
}

if (data.positions.length) start();
else showEmpty();
