"""Small graphs written by hand in the model of the project, and a headless Chromium to open their pages in."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, SKOS, XSD, Dataset, Graph, Literal, URIRef

from kg.namespaces import ACTOR, DOCUMENT, ISSUE, OA, POS, PROV, SCHEMA

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A position as a test writes it: the cue stands in square brackets in the sentence."""

    holder: str
    stance: str
    target: str
    sentence: str = "Nordland [lehnt] das ab."
    side: str = ""
    via: tuple[tuple[str, str], ...] = ()
    mode: str = "narrated"
    factuality: str = "asserted"
    date: str = ""
    confidence: str = "0.9"
    condition: str = ""


@dataclass(frozen=True)
class Paper:
    """An article as a test writes it."""

    headline: str
    positions: tuple[Said, ...]
    publisher: str = "Nordblatt"
    date: str = "2031-03-04"
    url: str = "https://nordblatt.example/artikel"
    kinds: dict[str, str] = field(default_factory=dict)  # actor → class, a state where not named


def dataset(*papers: Paper) -> Dataset:
    """The graph that these articles would give."""
    whole = Dataset()
    for paper in papers:
        Writer(whole, paper).write()
    return whole


class Writer:
    """Writes one article's named graph."""

    def __init__(self, whole: Dataset, paper: Paper) -> None:
        self.paper = paper
        self.document = DOCUMENT[digest(paper.headline)]
        self.graph: Graph = whole.graph(self.document)

    def write(self) -> None:
        self.add(self.document, RDF.type, SCHEMA.NewsArticle)
        for name in ("headline", "publisher", "url"):
            self.add(self.document, SCHEMA[name], Literal(getattr(self.paper, name)))
        self.add(self.document, SCHEMA.datePublished, Literal(self.paper.date, datatype=XSD.date))
        offset = 0
        for number, said in enumerate(self.paper.positions):
            self.position(URIRef(f"{self.document}#p-{number}"), said, offset)
            offset += len(said.sentence)

    def add(self, *triple: Any) -> None:
        self.graph.add(triple)

    def position(self, node: URIRef, said: Said, offset: int) -> None:
        before, _, rest = said.sentence.partition("[")
        cue, _, after = rest.partition("]")
        target = self.issue(said.target)
        for name, value in {
            "holder": self.actor(said.holder), "stance": POS[said.stance], "target": target, "mode": POS[said.mode],
            "factuality": POS[said.factuality], "confidence": Literal(said.confidence, datatype=XSD.decimal),
            "evidence": self.quote(f"{node}-evidence", before + cue + after, offset),
            "cue": self.quote(f"{node}-cue", cue, offset + len(before)),
            "attribution": self.chain(f"{node}-hop", said.via),
        }.items():  # fmt: skip
            self.add(node, POS[name], value)
        self.add(node, RDF.type, POS.Position)
        self.add(node, PROV.wasDerivedFrom, self.document)
        self.add(self.actor(said.holder), POS[said.stance], target)
        if said.side:
            self.add(node, POS.onBehalfOf, self.actor(said.side))
        if said.date:
            self.add(node, POS.expressedOn, Literal(said.date, datatype=XSD.date))
        if said.condition:
            self.add(node, POS.condition, self.quote(f"{node}-condition", said.condition, 0))

    def chain(self, base: str, via: tuple[tuple[str, str], ...]) -> URIRef:
        following: URIRef = RDF.nil
        for number, (party, cue) in reversed(list(enumerate(via))):
            hop, cell = URIRef(f"{base}-{number}"), URIRef(f"{base}-{number}-cell")
            self.add(hop, RDF.type, POS.Hop)
            self.add(hop, POS.party, self.actor(party))
            if cue:
                self.add(hop, POS.cue, self.quote(f"{hop}-cue", cue, 0))
            self.add(cell, RDF.first, hop)
            self.add(cell, RDF.rest, following)
            following = cell
        return following

    def quote(self, iri: str, exact: str, start: int) -> URIRef:
        node, words, offsets = URIRef(iri), URIRef(iri + "-words"), URIRef(iri + "-offsets")
        self.add(node, OA.hasSource, self.document)
        self.add(node, OA.hasSelector, words)
        self.add(node, OA.hasSelector, offsets)
        self.add(words, OA.exact, Literal(exact))
        self.add(offsets, OA.start, Literal(start))
        self.add(offsets, OA.end, Literal(start + len(exact)))
        return node

    def actor(self, name: str) -> URIRef:
        node = ACTOR["x-" + digest(name)]
        self.add(node, RDF.type, POS[self.paper.kinds.get(name, "State")])
        self.add(node, SKOS.prefLabel, Literal(name, lang="de"))
        return node

    def issue(self, name: str) -> URIRef:
        node = ISSUE[digest(name)]
        self.add(node, RDF.type, POS.Issue)
        self.add(node, SKOS.prefLabel, Literal(name, lang="de"))
        return node


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A running browser; skips where Chromium or Playwright is not installed."""
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install playwright)")
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Opened:
    """A page in the browser, with everything that it complained of or asked for."""

    tab: Any
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def click_edge(self, name: str) -> None:
        """Click where an edge is drawn and no node lies over it."""
        self.tab.mouse.click(*self.tab.evaluate(SPOT, name))

    def click_node(self, label: str) -> None:
        self.tab.mouse.click(*self.tab.evaluate(CENTRE, label))

    def panel(self) -> str:
        return str(self.tab.inner_text("#panel"))


SPOT = """(name) => {
  const box = document.getElementById("graph").getBoundingClientRect();
  const edge = edges.get(name), ends = network.getPositions([edge.from, edge.to]);
  const a = network.canvasToDOM(ends[edge.from]), b = network.canvasToDOM(ends[edge.to]);
  for (let t = 0.5; t < 0.95; t += 0.01) for (let off = 0; off < 90; off += 3) for (const sign of [1, -1]) {
    const way = Math.hypot(b.x - a.x, b.y - a.y);
    const x = a.x + (b.x - a.x) * t - (b.y - a.y) / way * off * sign;
    const y = a.y + (b.y - a.y) * t + (b.x - a.x) / way * off * sign;
    if (network.getNodeAt({ x, y }) === undefined && network.getEdgeAt({ x, y }) === name) return [box.x + x, box.y + y];
  }
  throw new Error(`the edge ${name} is nowhere`);
}"""
CENTRE = """(label) => {
  const box = document.getElementById("graph").getBoundingClientRect();
  const id = data.entries.findIndex((entry) => entry.label === label);
  const spot = network.canvasToDOM(network.getPositions([id])[id]);
  return [box.x + spot.x, box.y + spot.y];
}"""


@pytest.fixture
def browse(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens a page from a file, as a reader does who got it by mail."""
    tabs = []

    def open_it(html: str, width: int = 1440, height: int = 900) -> Opened:
        path = tmp_path / "seite.html"
        path.write_text(html, "utf-8")
        opened = Opened(chromium.new_page(viewport={"width": width, "height": height}))
        tabs.append(opened.tab)
        opened.tab.on("console", lambda message: opened.complaints.append(message.text))
        opened.tab.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.tab.on("dialog", lambda dialog: (opened.complaints.append(dialog.message), dialog.dismiss()))
        opened.tab.on("request", lambda request: opened.requests.append(request.url))
        opened.tab.goto(path.as_uri())
        opened.requests.remove(path.as_uri())
        return opened

    yield open_it
    for tab in tabs:
        tab.close()
