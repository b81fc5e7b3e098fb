// The timeline: how many were for and against when, and below it when the most frequent actors spoke.

const LANES = 14, LANE = 30, HIGH = 190, RIGHT = 16, TICK = 92; // actors; pixels
const DAY = 86400000;
const NARROW = 620; // pixels; below that there is room for half the bars, and for shorter names

function timeline(passing) {
  const found = data.positions.filter((position, number) => passing[number] && dated(position));
  const without = passing.filter(Boolean).length - found.length;
  const note = without ? el("p", { class: "quiet" }, text.undated.replace("{n}", without.toLocaleString(text.locale))) : "";
  if (!found.length) return byId("timeline").replaceChildren(el("p", { class: "empty" }, without ? text.no_dates : text.nothing));
  const bins = binned(found), lanes = lanesOf(found), drawn = lanes.slice(0, LANES);
  const picture = svg("svg", { class: "chart", width: bins.width, height: HIGH + 40 + drawn.length * LANE, role: "group", "aria-label": text.timeline });
  picture.append(...axis(bins), ...bars(found, bins), ...drawn.flatMap((lane, number) => drawnLane(lane, number, bins)));
  const rest = lanes.length > LANES ? el("p", { class: "quiet" }, text.lanes.replace("{n}", LANES).replace("{all}", lanes.length.toLocaleString(text.locale))) : "";
  renew("timeline", [note, rest], el("div", { class: "scroll" }, picture));
}

/** Days, weeks, months or years, so that some forty bars fill the width. */
function binned(found) {
  const times = found.map((position) => time(dated(position)));
  const first = times.reduce((a, b) => Math.min(a, b)), last = times.reduce((a, b) => Math.max(a, b)), days = (last - first) / DAY;
  const room = Math.max(320, byId("timeline").clientWidth - (innerWidth > 900 ? 48 : 24)), narrow = room < NARROW, share = narrow ? 0.5 : 1;
  const unit = days <= 45 * share ? "day" : days <= 320 * share ? "week" : days <= 3000 * share ? "month" : "year";
  const starts = [];
  for (let start = floor(first, unit); start <= last; start = next(start, unit)) starts.push(start);
  const left = narrow ? 126 : 168, step = Math.min(56, (room - left - RIGHT) / starts.length);
  return { unit, starts, width: room, left, letters: narrow ? 14 : 22, step, x: (index) => left + index * step, index: (day) => starts.findLastIndex((start) => start <= time(day)) };
}

function floor(moment, unit) {
  const date = new Date(moment);
  if (unit === "week") return moment - ((date.getUTCDay() + 6) % 7) * DAY;
  if (unit === "month") return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  return unit === "year" ? Date.UTC(date.getUTCFullYear(), 0) : moment;
}

function next(moment, unit) {
  const date = new Date(moment);
  if (unit === "month") return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
  return unit === "year" ? Date.UTC(date.getUTCFullYear() + 1, 0) : moment + DAY * (unit === "week" ? 7 : 1);
}

function spanOf(bins, index) {
  return [iso(bins.starts[index]), iso(next(bins.starts[index], bins.unit) - DAY)];
}

function named(bins, index, long) {
  const month = { year: "numeric", month: long ? "long" : "short" };
  const style = { day: { day: "numeric", ...month }, week: { day: "numeric", ...month }, month, year: { year: "numeric" } }[bins.unit];
  const name = new Date(bins.starts[index]).toLocaleDateString(text.locale, { timeZone: "UTC", ...style });
  return long && bins.unit === "week" ? text.week_of.replace("{day}", name) : name;
}

function axis(bins) {
  const middle = HIGH / 2, every = Math.ceil(TICK / bins.step), { left } = bins;
  const ticks = bins.starts.map((start, index) => index).filter((index) => index % every === 0 && bins.x(index) < bins.width - TICK * 0.8);
  return [svg("line", { x1: left, x2: bins.width - RIGHT, y1: middle, y2: middle, class: "axis" }),
    label(left - 12, middle - 12, text.favour, "end"), label(left - 12, middle + 22, text.against, "end"),
    ...ticks.map((index) => label(bins.x(index), HIGH + 16, named(bins, index), "start"))];
}

function label(x, y, words, anchor) {
  const node = svg("text", { x, y, "text-anchor": anchor });
  node.textContent = words;
  return node;
}

/** Those in favour above the axis, those against below it; neither stand on both sides of it. */
function bars(found, bins) {
  const counts = bins.starts.map(() => new Map());
  for (const position of found) {
    const count = counts[bins.index(dated(position))];
    count?.set(position.stance, (count.get(position.stance) ?? 0) + 1);
  }
  const height = (count, sign) => data.stances.reduce((sum, { name, polarity }) => sum + share(polarity, sign) * (count.get(name) ?? 0), 0);
  const most = Math.max(...counts.flatMap((count) => [height(count, 1), height(count, -1)]));
  const scale = (HIGH / 2 - 12) / most;
  return [...measure(most, scale, bins), ...counts.flatMap((count, index) => (count.size ? [bar(count, index, bins, scale)] : []))];
}

/** A line on each side at a round number, so that a bar can be read. */
function measure(most, scale, bins) {
  const power = 10 ** Math.floor(Math.log10(most)), round = Math.max(1, power * [5, 2, 1].find((digit) => digit * power <= most));
  if (round > most) return []; // half a position, of one that is neither
  return [-1, 1].flatMap((side) => {
    const y = HIGH / 2 + side * round * scale;
    return [svg("line", { x1: bins.left, x2: bins.width - RIGHT, y1: y, y2: y, class: "lane" }), label(bins.left - 12, y + 4, round.toLocaleString(text.locale), "end")];
  });
}

function share(polarity, sign) {
  return { favour: [0, 1], against: [1, 0], neither: [0.5, 0.5] }[polarity][(sign + 1) / 2];
}

function bar(count, index, bins, scale) {
  const parts = [], tops = { 1: 0, "-1": 0 };
  for (const { name, polarity, colour } of data.stances) {
    for (const sign of [1, -1]) {
      const height = share(polarity, sign) * (count.get(name) ?? 0) * scale;
      if (!height) continue;
      const y = sign > 0 ? HIGH / 2 - tops[sign] - height : HIGH / 2 + tops[sign];
      parts.push(svg("rect", { x: bins.x(index) + 1, y, width: Math.max(2, bins.step - 2), height: Math.max(1, height - 0.8), fill: colour }));
      tops[sign] += height;
    }
  }
  const says = data.stances.filter(({ name }) => count.get(name)).map(({ name, label }) => `${label} (${count.get(name)})`);
  return pressed(svg("g", {}, ...parts), `${named(bins, index, true)}: ${says.join(", ")}`, { span: spanOf(bins, index) });
}

/** A part of the picture that can be clicked, or reached by key. */
function pressed(group, says, selection) {
  const open = () => select(selection);
  const title = svg("title", {});
  title.textContent = says;
  const chosen = JSON.stringify(selection) === JSON.stringify(state.selection);
  fill(group, { role: "button", tabindex: 0, "aria-label": says, "aria-pressed": String(chosen), onclick: open,
    onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(); } } }, [title]);
  return group;
}

/** Up for favour, down for against, a disc for neither: told without colour, too. */
function shaped(kind, x, y, size) {
  if (kind === "neither") return `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`;
  const way = kind === "favour" ? -1 : 1;
  return `M${x - size} ${y + 2 * way}h${2 * size}l${-size} ${1.7 * size * way}z`;
}

/** The actors with the most positions, each with them. */
function lanesOf(found) {
  const lanes = new Map();
  for (const position of found) gather(lanes, position.holder, []).push(position);
  return [...lanes].sort((a, b) => b[1].length - a[1].length);
}

/** A mark for each span and polarity, so that thousands of positions stay some hundred marks. */
function drawnLane([actor, positions], number, bins) {
  const y = HIGH + 40 + (number + 0.5) * LANE, marks = new Map();
  for (const position of positions) gather(marks, `${bins.index(dated(position))} ${polarity(position)}`, []).push(position);
  const name = data.entries[actor].label;
  return [svg("line", { x1: bins.left, x2: bins.width - RIGHT, y1: y, y2: y, class: "lane" }),
    label(bins.left - 12, y + 4, short(name, bins.letters), "end"),
    ...[...marks].map(([key, held]) => mark(key, held, y, name, bins))];
}

function mark(key, held, y, name, bins) {
  const [index, kind] = key.split(" ");
  const aside = kind === "neither" ? Math.min(13, bins.step / 2) : 0; // or it would lie over the others
  const dot = svg("path", { d: shaped(kind, bins.x(Number(index)) + bins.step / 2 + aside, y, Math.min(7, bins.step / 2 + 2, 3 + Math.sqrt(held.length))), class: kind });
  const selection = held.length === 1 ? { edge: `p${data.positions.indexOf(held[0])}` } : { span: spanOf(bins, Number(index)), actor: held[0].holder };
  return pressed(svg("g", {}, dot), `${name}, ${named(bins, Number(index), true)}: ${text[kind]} (${held.length})`, selection);
}
