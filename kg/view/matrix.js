// The matrix: who stands where on what. Colour, sign and number say the same, so that print and every eye can read it.

function matrix(passing) {
  const cells = new Map(), rows = new Map(), columns = new Map();
  data.positions.forEach((position, number) => {
    if (!passing[number]) return;
    const actor = actorOf(position, grid.sides);
    gather(gather(cells, actor, new Map()), position.target, []).push(position);
    rows.set(actor, (rows.get(actor) ?? 0) + 1);
    columns.set(position.target, (columns.get(position.target) ?? 0) + 1);
  });
  const at = (actor, issue) => cells.get(actor)?.get(issue);
  const by = grid.by;
  const actors = sorted(rows, by?.issue === undefined ? null : (actor) => balance(at(actor, by.issue)));
  const issues = sorted(columns, by?.actor === undefined ? null : (issue) => balance(at(by.actor, issue)), firsts(actors, cells));
  const shown = { rows: enough(actors.length, grid.rows), columns: enough(issues.length, grid.columns) };
  const table = el("table", {}, el("caption", {}, text.matrix_caption.replace("{key}", data.verdicts.map(({ name, sign }) => `${sign} ${text[name]}`).join(", "))), head(issues.slice(0, shown.columns)),
    el("tbody", {}, ...actors.slice(0, shown.rows).map((actor) => line(actor, issues.slice(0, shown.columns), at))));
  renew("matrix", [tools(actors.length, issues.length, shown)], el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": text.matrix }, table));
}

/** How many are shown: all, if those left out would be but a few. */
function enough(all, limit) {
  return all <= limit * 1.2 ? all : limit;
}

/** The first actor with a position on each issue: issues of few positions stand beside those of the same actors. */
function firsts(actors, cells) {
  const found = new Map();
  actors.forEach((actor, place) => { for (const issue of cells.get(actor).keys()) gather(found, issue, place); });
  return found;
}

/** The keys with the most positions first, or those that are most for it. */
function sorted(counts, value, places = new Map()) {
  const name = (id) => data.entries[id].label;
  const first = value ? (id) => (value(id) === null ? -Infinity : grid.turn * value(id)) : () => 0;
  return [...counts.keys()].sort((a, b) => (first(b) > first(a)) - (first(b) < first(a)) || counts.get(b) - counts.get(a) || places.get(a) - places.get(b) || name(a).localeCompare(name(b), text.locale));
}

/** From 1, all for it, to -1, all against; null where nothing is said. */
function balance(cell) {
  if (!cell) return null;
  return cell.reduce((sum, position) => sum + ({ favour: 1, against: -1 }[polarity(position)] ?? 0), 0) / cell.length;
}

function head(issues) {
  return el("thead", {}, el("tr", {}, el("td", {}), ...issues.map((issue) => heading(issue, "col", { issue }))));
}

function heading(id, scope, by) {
  const label = data.entries[id].label, [key] = Object.keys(by);
  const on = grid.by?.[key] === id, sorting = text.sort_by.replace("{name}", () => label);
  const sort = on ? (grid.turn > 0 ? "descending" : "ascending") : "none";
  return el("th", { scope, ...(scope === "col" ? { "aria-sort": sort } : {}) },
    el("button", { type: "button", class: "name", title: label, onclick: () => select({ node: id }) }, scope === "col" ? short(label, 40) : label),
    el("button", { type: "button", id: `sort-${id}`, class: on ? "sort on" : "sort", "aria-label": sorting, title: sorting,
      onclick: () => sortBy(by, on) }, on ? (grid.turn > 0 ? "▾" : "▴") : "▿"));
}

/** First those that are for it, then those that are against, then as at first. */
function sortBy(by, on) {
  if (!on) Object.assign(grid, { by, turn: 1 });
  else if (grid.turn > 0) grid.turn = -1;
  else grid.by = null;
  show();
}

function line(actor, issues, at) {
  return el("tr", {}, heading(actor, "row", { actor }), ...issues.map((issue) => square(actor, issue, at(actor, issue))));
}

function square(actor, issue, cell) {
  if (!cell) return el("td", {});
  const kind = verdict(cell), { pair, sides } = state.selection;
  const says = `${data.entries[actor].label} – ${data.entries[issue].label}: ${tally(cell).join(", ")}`;
  const chosen = pair?.[0] === actor && pair[1] === issue && sides === grid.sides;
  return el("td", {}, el("button", { type: "button", id: `cell-${actor}-${issue}`, class: `cell ${kind}`, "aria-label": says, "aria-pressed": String(chosen), title: says,
    onclick: () => select({ pair: [actor, issue], sides: grid.sides }) }, verdicts.get(kind).sign, cell.length > 1 ? el("small", {}, `${cell.length}`) : null));
}

function tools(actors, issues, shown) {
  const more = (name, all, says, step) => (all > shown[name]
    ? el("button", { type: "button", id: `more-${name}`, class: "more", onclick: () => { grid[name] += step; show(); } }, text[says].replace("{n}", shown[name].toLocaleString(text.locale)).replace("{all}", all.toLocaleString(text.locale))) : null);
  const box = el("input", { type: "checkbox", id: "sides", onchange: () => { grid.sides = !grid.sides; show(); } });
  box.checked = grid.sides;
  const key = data.verdicts.map(({ name, sign }) => el("li", {}, el("span", { class: `cell ${name}`, "aria-hidden": "true" }, sign), text[name]));
  return el("div", { class: "matrix-tools" }, el("ul", { class: "key" }, ...key), el("label", {}, box, text.by_side),
    more("rows", actors, "more_actors", ROWS), more("columns", issues, "more_issues", COLUMNS));
}

/** The arrow keys go from cell to cell. */
function walk(event) {
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  const cell = event.target.closest?.("#matrix td");
  if (!step || !cell) return;
  event.preventDefault();
  let row = cell.parentElement, index = cell.cellIndex;
  for (;;) {
    if (step[0]) row = step[0] > 0 ? row.nextElementSibling : row.previousElementSibling;
    index += step[1];
    const next = row?.cells[index];
    if (!next) return;
    const button = next.querySelector(".cell");
    if (button) return button.focus();
  }
}
