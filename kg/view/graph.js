// The picture: actors and issues as nodes; an edge is a position, or where there are too many all those of two nodes.

const FONT = '-apple-system, "Segoe UI", Roboto, Inter, "Liberation Sans", Arial, sans-serif';
const READABLE = innerWidth > 900 ? 0.75 : 0.85; // the zoom below which labels are too small to read
const INK = "#1b2330", FAINT = "#8b94a3";
const held = new Map(); // by the name of an edge, the positions that it stands for and that pass search and filters
let nodes, edges, network, scene;

function draw() {
  byId("graph").setAttribute("aria-label", text.graph);
  scene = WHOLE;
  nodes = new vis.DataSet(scene.nodes);
  edges = new vis.DataSet(scene.edges);
  network = new vis.Network(byId("graph"), { nodes, edges }, {
    autoResize: true,
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, hideEdgesOnDrag: data.edges.length > 1000, tooltipDelay: 1e9 },
    nodes: { borderWidth: 1.2, borderWidthSelected: 2.5, font: { face: FONT, size: 14, color: INK, strokeWidth: 5, strokeColor: "#f6f7f9" },
      chosen: false, shapeProperties: { borderRadius: 4 } },
    edges: { smooth: false, chosen: false, arrows: { to: { scaleFactor: 0.65 } }, font: { face: FONT, size: 12, strokeWidth: 5, strokeColor: "#f6f7f9" } },
  });
  network.on("click", ({ nodes: [node], edges: [edge] }) => select(node !== undefined ? { node } : edge ? meant(edge) : NOTHING));
  for (const [event, over] of [["hoverNode", true], ["hoverEdge", true], ["blurNode", false], ["blurEdge", false]]) {
    network.on(event, ({ edge }) => hover(over, edge));
  }
  byId("graph").addEventListener("mouseleave", () => hover(false)); // of which vis-network tells nothing
  byId("zoom-in").addEventListener("click", () => zoom(1.4));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
  byId("fit").addEventListener("click", () => fit());
  opened();
}

/** All of it, or of a picture that is too large to be read its busiest part. */
function opened() {
  fit();
  if (network.getScale() < READABLE) network.moveTo({ position: network.getPosition(busiest()), scale: READABLE });
}

/** Let the picture have what passes. */
function stage(all) {
  const wanted = sceneOf(held, all);
  if (wanted.key === scene.key) return;
  scene = staged(wanted, held);
  for (const [set, drawn] of [[edges, []], [nodes, scene.nodes], [edges, scene.edges]]) { set.clear(); set.add(drawn); }
  opened();
}

function hover(over, edge) {
  byId("graph").style.cursor = over ? "pointer" : "";
  state.hovered = over ? edge : undefined;
  nameEdges();
}

/** What an edge stands for: a position, all positions of two nodes, or that one speaks for the other. */
function meant(edge) {
  const { from, to } = edges.get(edge);
  return { p: { edge }, a: { pair: [from, to], sides: false }, s: { tie: [from, to] } }[edge[0]];
}

/** What the edge of a position is called, and one of the picture: by its ends if it stands for many. */
function edgeOf(position, number) {
  return data.gathered ? `a${position.holder}-${position.target}` : `p${number}`;
}

function nameOf({ id, from, to }) {
  return id.startsWith("p") ? id : `${id[0]}${from}-${to}`;
}

/** The name of the edge that is selected, alone or as a pair. */
function edgeSelected() {
  const { edge, pair, sides, tie } = state.selection, number = Number(edge?.slice(1));
  if (edge) return edgeOf(data.positions[number], number);
  if (tie) return `s${tie[0]}-${tie[1]}`;
  return pair && !sides ? `a${pair[0]}-${pair[1]}` : undefined;
}

function fit(some) {
  const drawn = (some ?? scene.nodes.map(({ id }) => id)).filter((id) => nodes.get(id));
  const animation = some && !matchMedia("(prefers-reduced-motion: reduce)").matches && { duration: 300 };
  if (drawn.length) network.fit({ nodes: drawn, maxZoomLevel: 1.15, animation });
}

/** The node with the most edges: where a graph that is too large for the screen is opened. */
function busiest() {
  const degree = (id) => network.getConnectedEdges(id).length;
  return scene.nodes.map(({ id }) => id).reduce((best, id) => (degree(id) > degree(best) ? id : best));
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor });
}

/** Move the picture to what is selected, as far as it is drawn. */
function center({ node, pair }) {
  const name = edgeSelected(), edge = scene.edges.find((one) => nameOf(one) === name);
  if (node !== undefined && nodes.get(node)) fit([node, ...network.getConnectedNodes(node)]);
  else if (edge) fit([edge.from, edge.to]);
  else if (pair) fit(pair);
}

/** The stance stands on the edges that are selected or pointed at; on all of them the words would cover the picture. */
function nameEdges() {
  const chosen = edgeSelected(), selects = state.selection !== NOTHING;
  const changed = scene.edges.filter(({ id }) => !id.startsWith("s")).map((edge) => {
    const { id } = edge, number = Number(id.slice(1));
    const named = id === state.hovered || (id.startsWith("p") ? selects && state.chosen[number] : nameOf(edge) === chosen);
    return { id, label: named ? nameFor(edge, number) : " " }; // vis-network keeps the old label for ""
  }).filter(({ id, label }) => (edges.get(id).label ?? " ") !== label);
  edges.update(changed);
}

function nameFor(edge, number) {
  return edge.id.startsWith("p") ? stances.get(data.positions[number].stance).label : tally(held.get(nameOf(edge)) ?? []).join("\n") || " ";
}

/** Hide what the filter drops, and let what is not selected step back. */
function paint(passing, chosen) {
  const near = new Set(), alive = new Set(), front = new Set(), lives = new Set();
  held.clear();
  data.positions.forEach((position, number) => {
    const ends = [position.holder, position.side, position.target], tie = `s${position.holder}-${position.side}`, name = edgeOf(position, number);
    if (passing[number]) { ends.forEach((id) => alive.add(id)); gather(held, name, []).push(position); lives.add(name).add(tie); }
    if (chosen[number]) { ends.forEach((id) => near.add(id)); front.add(name).add(tie); }
  });
  stage(passing.every(Boolean));
  nodes.update(scene.nodes.map(({ id, color, shape }) => ({ id, hidden: !alive.has(id), opacity: near.has(id) ? 1 : 0.25,
    font: { color: near.has(id) ? INK : FAINT, strokeWidth: shape === "box" ? 0 : 3 }, borderWidth: state.selection.node === id ? 3 : 1.2,
    color: state.selection.node === id && shape === "box" ? { ...color, border: INK } : color })));
  const chosenEdge = edgeSelected();
  edges.update(scene.edges.map((edge) => {
    const name = nameOf(edge), { color, width, arrows } = look(edge, held.get(name));
    return { id: edge.id, hidden: !lives.has(name), color: { ...color, opacity: front.has(name) ? color.opacity ?? 1 : 0.15 }, arrows,
      width: name === chosenEdge ? width + 1.5 : width };
  }));
  const drawn = byId("drawn");
  if (drawn) drawn.textContent = told(scene.edges.filter((edge) => edge.id.startsWith("a") && held.has(nameOf(edge))).length, held.size);
}

/** Colour, width and end of an edge; those of a pair follow from its positions that pass. */
function look(edge, positions) {
  if (!edge.id.startsWith("a") || !positions) return { width: 1, ...edge, color: edge.color ?? {} };
  const { colour, end } = verdicts.get(verdict(positions));
  return { color: { color: colour }, width: 1.5 + Math.log2(positions.length), arrows: { to: { enabled: true, type: end } } };
}

function told(drawn, all) {
  return text.gathered.replace("{n}", drawn.toLocaleString(text.locale)).replace("{all}", all.toLocaleString(text.locale));
}
