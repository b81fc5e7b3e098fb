// The filters: by actor, side, issue, source, date and confidence. The legend filters by stance.

/** The fields that have choices, and what they offer: [value, words] in groups. */
function choices() {
  const ids = (name) => [...new Set(data.positions.map((position) => position[name] ?? position.holder))];
  const entries = (found) => found.map((id) => [data.entries[id].iri, data.entries[id].label]).sort(([, a], [, b]) => a.localeCompare(b, text.locale));
  const publishers = [...new Set(data.articles.map(({ publisher }) => publisher))].filter(Boolean).sort();
  return {
    actor: [[text.actor, entries(ids("holder"))]],
    side: [[text.side_filter, entries(ids("side"))]],
    issue: [[text.broader, data.topics.map(({ iri, label, members }) => [iri, `${label} (${members.length})`])], [text.issue, entries(ids("target").filter((id) => !topics.has(data.entries[id].iri)))]],
    source: [[text.source, publishers.map((name) => [name, name])]],
  };
}

function filters() {
  const offered = choices(), days = data.positions.map(dated).filter(Boolean).sort();
  const fields = Object.entries(offered).filter(([, groups]) => groups.some(([, options]) => options.length > 1)).map(([name, groups]) => field(name, choice(name, groups)));
  if (days.length) fields.push(...["from", "to"].map((name) => field(name, el("input", { type: "date", min: days[0], max: days[days.length - 1] }))));
  if (data.positions.some(({ confidence }) => confidence !== null)) {
    fields.push(field("least", el("input", { type: "range", min: 0, max: 95, step: 5, value: 0 }), el("output", {})));
  }
  byId("filters").append(...fields, el("button", { type: "button", class: "close", onclick: reset }, text.reset));
  byId("filters").setAttribute("aria-label", text.filters);
  byId("open-filters").addEventListener("click", () => openFilters(byId("filters").hidden));
}

function openFilters(open) {
  byId("filters").hidden = !open;
  byId("open-filters").setAttribute("aria-expanded", String(open));
}

function choice(name, groups) {
  const full = groups.filter(([, options]) => options.length);
  const made = full.map(([label, options]) => [label, options.map(([value, words]) => el("option", { value }, words))]);
  const inside = made.length > 1 ? made.map(([label, options]) => el("optgroup", { label }, ...options)) : made.flatMap(([, options]) => options);
  return el("select", {}, el("option", { value: "" }, text.every), ...inside);
}

function field(name, control, ...more) {
  const title = { actor: text.actor, side: text.side_filter, issue: text.issue, source: text.source, from: text.from, to: text.to, least: text.least }[name];
  control.id = `filter-${name}`;
  control.addEventListener("input", () => {
    state[name] = control.value === "0" ? "" : control.value;
    state.selection = NOTHING;
    show();
  });
  return el("label", { class: "field" }, el("span", { class: "label" }, title, ...more), control);
}

/** Let the fields, the legend and the search say what the state says; of an address that was followed it may be nonsense. */
function mirror() {
  for (const name of FILTERS) {
    const control = byId(`filter-${name}`);
    const none = name === "least" ? "0" : "";
    if (control) control.value = state[name] || none;
    if (control?.value === state[name]) continue;
    state[name] = ""; // the field does not take it
    if (control) control.value = none;
  }
  const output = document.querySelector("#filters output");
  if (output) output.textContent = ` ${state.least || 0} %`;
  const used = FILTERS.filter((name) => state[name]).length;
  byId("open-filters").textContent = used ? `${text.filters} (${used})` : text.filters;
  for (const button of document.querySelectorAll(".toggle")) {
    button.setAttribute("aria-pressed", String(!state.off.has(button.dataset.stance)));
  }
  if (byId("search").value.trim().toLocaleLowerCase() !== state.query) byId("search").value = state.query;
}

function reset() {
  state.query = "";
  state.off.clear();
  Object.assign(state, cleared());
  select(NOTHING);
}
