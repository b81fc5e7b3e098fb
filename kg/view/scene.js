// What the network draws: the picture that came with the page, or, where filters leave pairs that it lacks, one of those.

const MOST = 150; // pairs; more are a tangle
const STEP = 95, GAP = 36, LETTER = 7.8; // pixels: of an edge, between nodes, of a letter; as kg.view.layout has them
const WIDE = 1.7; // boxes are wide, and so is a screen
const WHOLE = { key: "", nodes: data.nodes, edges: data.edges };

/** Called with the pairs that pass search and filters, each with its positions, and whether these are all there are. */
function sceneOf(held, all) {
  if (!data.gathered || all) return WHOLE;
  const names = [...held].sort((a, b) => b[1].length - a[1].length).slice(0, MOST).map(([name]) => name);
  const drawn = new Set(data.edges.map(nameOf));
  return names.every((name) => drawn.has(name)) ? WHOLE : { key: names.join(" "), names };
}

/** The scene with its nodes, each at its place. */
function staged(scene, held) {
  if (scene.nodes) return scene;
  const pairs = scene.names.map((name) => held.get(name)[0]).map(({ holder, target }) => edgeBetween("a", holder, target));
  const ends = new Set(pairs.flatMap(({ from, to }) => [from, to])), ties = new Map();
  for (const { holder, side } of [...held.values()].flat()) {
    if (side !== null && side !== holder && ends.has(holder) && ends.has(side)) ties.set(`${holder}-${side}`, edgeBetween("s", holder, side));
  }
  const edges = [...pairs, ...ties.values()], degrees = new Map();
  for (const { from, to } of edges) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return { ...scene, edges, nodes: laid([...degrees].sort((a, b) => b[1] - a[1]).map(([id, degree]) => nodeOf(id, degree)), edges) };
}

function edgeBetween(kind, from, to) {
  const tie = { arrows: "", color: { color: "#7d8797" }, dashes: [2, 5], width: 1.2 };
  return { id: `${kind}${from}-${to}`, from, to, ...(kind === "s" ? tie : {}) };
}

function nodeOf(id, degree) {
  const { kind, label } = data.entries[id], issue = kind === "issue", lines = folded(label), size = Math.min(11 + 2 * degree, 26);
  const wide = Math.max(...lines.map((line) => line.length)) * LETTER, high = lines.length * 17;
  const look = issue ? { color: { background: "#ffffff", border: "#7d8797" }, margin: 9 } : { color: { background: INK, border: INK }, size };
  return { id, label: lines.join("\n"), shape: data.shapes[kind], ...look,
    box: issue ? [wide + 20, high + 20] : [Math.max(wide, 2 * size), 2 * (size + high + 6)] };
}

/** A label in at most four lines. */
function folded(label) {
  const lines = [""];
  for (const word of label.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length >= 24) lines.push(short(word, 24));
    else lines[lines.length - 1] = short(`${last} ${word}`.trim(), 24);
  }
  return lines.length > 4 ? [...lines.slice(0, 3), short(`${lines[3]} …`, 24)] : lines[0] ? lines : ["–"];
}

/** Nodes at their places: springs (Fruchterman and Reingold 1991) from a spiral, then pushed apart until none overlap. */
function laid(nodes, edges) {
  const spots = nodes.map((_, n) => [Math.cos(n * 2.4) * STEP * Math.sqrt(n), Math.sin(n * 2.4) * STEP * Math.sqrt(n)]);
  const place = new Map(nodes.map(({ id }, n) => [id, n])), ends = edges.map(({ from, to }) => [place.get(from), place.get(to)]);
  for (let heat = STEP; heat > 1; heat *= 0.965) relax(spots, ends, heat);
  for (const spot of spots) spot[0] *= WIDE;
  for (let turn = 0; turn < 120 && pushed(spots, nodes); turn += 1);
  return nodes.map(({ box, ...node }, n) => ({ ...node, x: Math.round(spots[n][0]), y: Math.round(spots[n][1]) }));
}

function relax(spots, ends, heat) {
  const force = spots.map(([x, y]) => [-x * 0.06, -y * 0.1]); // towards the middle; a screen is wider than high
  const pull = (a, b, strength) => {
    const dx = spots[a][0] - spots[b][0], dy = spots[a][1] - spots[b][1], far = Math.hypot(dx, dy) || 1, by = strength(far) / far;
    force[a][0] += dx * by; force[a][1] += dy * by; force[b][0] -= dx * by; force[b][1] -= dy * by;
  };
  for (let a = 0; a < spots.length; a += 1) for (let b = 0; b < a; b += 1) pull(a, b, (far) => (STEP * STEP) / far);
  for (const [a, b] of ends) if (a !== b) pull(a, b, (far) => -(far * far) / STEP);
  force.forEach(([x, y], n) => {
    const long = Math.hypot(x, y) || 1, step = Math.min(long, heat) / long;
    spots[n] = [spots[n][0] + x * step, spots[n][1] + y * step];
  });
}

/** Push overlapping nodes apart, the shorter way; whether there were any. */
function pushed(spots, nodes) {
  let hit = false;
  for (let a = 0; a < spots.length; a += 1) for (let b = 0; b < a; b += 1) {
    const lack = [0, 1].map((axis) => (nodes[a].box[axis] + nodes[b].box[axis]) / 2 + GAP / 2 - Math.abs(spots[a][axis] - spots[b][axis]));
    if (lack[0] <= 0.5 || lack[1] <= 0.5) continue;
    const axis = lack[0] < lack[1] ? 0 : 1, way = spots[a][axis] < spots[b][axis] ? -1 : 1;
    spots[a][axis] += (lack[axis] / 2) * way;
    spots[b][axis] -= (lack[axis] / 2) * way;
    hit = true;
  }
  return hit;
}
