// What the reader has chosen, and the address that tells it: a view can be cited, mailed and opened again.

// A selection is { node }, { edge: "p3" }, { pair: [actor, issue], sides }, { tie: [actor, side] } or { span: [from, to],
// actor }; or this one.
const NOTHING = {};
const VIEWS = ["graph", "matrix", "timeline"];
const state = { view: data.view, query: "", off: new Set(), selection: NOTHING, chosen: [], hovered: undefined, ...cleared() };

/** The filters, none of them in use. */
function cleared() {
  return { actor: "", side: "", issue: "", source: "", from: "", to: "", least: "" };
}

const ROWS = 40, COLUMNS = 24; // shown at first; a table of thousands of cells is slow, and nobody reads it
// How the matrix is laid out; `by` is { actor } or { issue }, by whose stances it is sorted.
const grid = { rows: ROWS, columns: COLUMNS, by: null, turn: 1, sides: false };

const FILTERS = Object.keys(cleared());
const numbers = new Map(data.entries.map((entry, number) => [entry.iri, number]));
const topics = new Map(data.topics.map((topic) => [topic.iri, new Set(topic.members)]));

const time = (day) => Date.parse(`${day}T00:00:00Z`);
const iso = (moment) => new Date(moment).toISOString().slice(0, 10);

/** Whether it is a day of the calendar, in four figures since year 1000. */
function isDay(text) {
  return /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && !isNaN(time(text)) && iso(time(text)) === text;
}

/** The day of a position: when it was expressed, or else when the article was published; "" if neither is a day. */
function dated(position) {
  return [position.date, data.articles[position.article]?.date].map((text) => (text ?? "").slice(0, 10)).find(isDay) ?? "";
}

/** Whose position it is: the speaker's, or that of the side that is spoken for. */
function actorOf(position, sides) {
  return sides ? position.side ?? position.holder : position.holder;
}

/** Whether the position passes search, legend and filters. */
function passes(position) {
  if (state.off.has(position.stance)) return false;
  if (state.actor && position.holder !== numbers.get(state.actor)) return false;
  if (state.side && actorOf(position, true) !== numbers.get(state.side)) return false;
  if (state.issue && !below(position.target)) return false;
  if (state.source && (data.articles[position.article]?.publisher ?? "") !== state.source) return false;
  if (state.least && (position.confidence ?? 1) * 100 < Number(state.least)) return false;
  const day = dated(position);
  if ((state.from && !(day >= state.from)) || (state.to && !(day && day <= state.to))) return false;
  return !state.query || words(position).includes(state.query);
}

/** Whether an issue is the one chosen, or narrower than that. */
function below(target) {
  return target === numbers.get(state.issue) || Boolean(topics.get(state.issue)?.has(target));
}

/** Everything that the search looks through, in lower case; made once, since it is asked at every key. */
function words(position) {
  if (position.words === undefined) {
    const parts = [position.holder, position.side, position.target].filter((id) => id !== null).map((id) => data.entries[id]);
    const article = data.articles[position.article];
    position.words = [position.evidence.flat().map(([piece]) => piece).join(""), ...position.via.flat(), article?.publisher, article?.headline,
      ...parts.flatMap((entry) => [entry.label, ...entry.names])].filter(Boolean).join("\n").toLocaleLowerCase();
  }
  return position.words;
}

/** Whether the position belongs to what is selected. */
function selected(position, number) {
  const { node, edge, pair, sides, tie, span, actor } = state.selection;
  if (node !== undefined) return [position.holder, position.side, position.target].includes(node);
  if (pair) return actorOf(position, sides) === pair[0] && position.target === pair[1];
  if (span) return dated(position) >= span[0] && dated(position) <= span[1] && (actor ?? position.holder) === position.holder;
  if (tie) return position.holder === tie[0] && position.side === tie[1];
  return edge === undefined || edge === `p${number}`;
}

/** What the address says after its #; what is as it was at first is left out. */
function address() {
  const parts = new URLSearchParams();
  if (state.view !== data.view) parts.set("view", state.view);
  if (state.query) parts.set("q", state.query);
  if (state.off.size) parts.set("off", [...state.off].sort().join(" "));
  for (const name of FILTERS) if (state[name]) parts.set(name, state[name]);
  for (const [name, value] of Object.entries(layout())) if (value) parts.set(name, value);
  const { node, edge, pair, sides, tie, span, actor } = state.selection;
  if (node !== undefined) parts.set("node", data.entries[node].iri);
  if (edge !== undefined) parts.set("position", data.positions[Number(edge.slice(1))].iri);
  if (tie) parts.set("tie", tie.map((id) => data.entries[id].iri).join(" "));
  if (pair) parts.set("pair", [...pair.map((id) => data.entries[id].iri), ...(sides ? ["sides"] : [])].join(" "));
  if (span) parts.set("span", span.join(" "));
  if (actor !== undefined) parts.set("of", data.entries[actor].iri);
  return parts.toString();
}

/** How the matrix is laid out, as far as it is not as at first. */
function layout() {
  const [sorted, id] = Object.entries(grid.by ?? {})[0] ?? [];
  return {
    grid: grid.sides && "sides",
    sort: sorted && [sorted, grid.turn > 0 ? "down" : "up", data.entries[id].iri].join(" "),
    rows: grid.rows > ROWS && String(grid.rows),
    columns: grid.columns > COLUMNS && String(grid.columns),
  };
}

function laidOut(get) {
  const [sorted, turn, iri] = get("sort").split(" "), id = numbers.get(iri), known = ["actor", "issue"].includes(sorted) && id !== undefined;
  const size = (name, least) => Math.max(least, Math.min(parseInt(get(name), 10) || 0, data.entries.length));
  return { rows: size("rows", ROWS), columns: size("columns", COLUMNS), by: known ? { [sorted]: id } : null,
    turn: known && turn === "up" ? -1 : 1, sides: get("grid") === "sides" };
}

/** Let the state be what an address says; what it names and the graph does not have is passed over. */
function follow(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const get = (name) => parts.get(name) ?? "";
  state.view = VIEWS.includes(get("view")) ? get("view") : data.view;
  state.query = get("q").toLocaleLowerCase();
  state.off = new Set(get("off").split(" ").filter((name) => stances.has(name)));
  for (const name of FILTERS) state[name] = get(name);
  Object.assign(grid, laidOut(get));
  state.selection = pointed(get);
}

function pointed(get) {
  const node = numbers.get(get("node")), [actor, issue, sides] = get("pair").split(" ");
  const pair = [actor, issue].map((iri) => numbers.get(iri)), tie = get("tie").split(" ").map((iri) => numbers.get(iri));
  const position = data.positions.findIndex(({ iri }) => iri === get("position"));
  const span = get("span").split(" ");
  if (node !== undefined) return { node };
  if (position >= 0) return { edge: `p${position}` };
  if (data.positions.some(({ holder, side }) => holder === tie[0] && side === tie[1])) return { tie };
  if (!pair.includes(undefined)) return { pair, sides: sides === "sides" };
  return span.length === 2 && span.every(isDay) ? { span, actor: numbers.get(get("of")) } : NOTHING;
}
