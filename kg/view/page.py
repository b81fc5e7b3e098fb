"""A graph as one HTML file that makes no request. What comes from articles travels as JSON and is shown as text."""

import json
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

from kg.errors import OutputError
from kg.output import write
from kg.query.ask import Graph
from kg.view.contents import Contents
from kg.view.network import SHAPES, is_gathered, network
from kg.view.palette import VERDICTS, inks, variables

VIS = "templates/lib/vis-9.1.2/vis-network.min.js"  # the copy that pyvis ships: nothing is asked of a CDN
SCRIPTS = ("panel.js", "state.js", "filters.js", "graph.js", "scene.js", "matrix.js", "timeline.js", "page.js")
ESCAPES = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


def page(graph: Graph, *, title: str = "", language: str = "de", only: Iterable[str] | None = None) -> str:
    """The positions of `graph` (all named graphs of a dataset or a store) as an HTML page.

    `language` (de, en) is that of the interface and, where the graph has them, of the labels. Without a `title` the
    page says what it is. `only` (IRIs) are the positions to show; all, if it is not given. The same graph gives the
    same page. Raises `OutputError` for another language, and `QueryError` for a dataset that no RDF file can hold.
    """
    wording = words(language)
    contents = Contents(graph, language, only)
    style, code = variables() + part("page.css"), script(contents)
    return Template(part("page.html")).substitute(
        language=language,
        title=escape(title or wording["title"]),
        policy=policy(style, code),
        style=style,
        data=as_json(payload(contents, wording)),
        script=code,
        **{f"text_{name}": escape(wording[name]) for name in ("no_script", "zoom_in", "zoom_out", "fit")},
    )


def write_page(graph: Graph, path: str | Path, *, title: str = "", language: str = "de") -> None:
    """Write `page(…)` to `path` in UTF-8, whole or not at all; raises what it raises, and `OutputError`."""
    html = page(graph, title=title, language=language)
    # A lone surrogate, which JSON-LD can smuggle in, has no UTF-8 form.
    write(path, [html.encode("utf-8", "replace")])


def payload(contents: Contents, wording: dict[str, str]) -> dict[str, Any]:
    """Everything that the page's script reads; nodes, entries and the numbers in positions agree."""
    # `vars` and not `asdict`, which takes four times as long for the same JSON.
    drawn_with = inks(contents.stances)
    drawn = network(contents, drawn_with)
    ids = {iri: number for number, iri in enumerate(contents.entries)}
    articles = {iri: number for number, iri in enumerate(contents.articles)}
    return {
        "text": wording,
        "view": "matrix" if is_gathered(contents) else "graph",
        "gathered": is_gathered(contents),
        "stances": [vars(ink) for ink in drawn_with],
        "verdicts": [vars(verdict) for verdict in VERDICTS],
        "kinds": [kind for kind in SHAPES if kind in {entry.kind for entry in contents.entries.values()}],
        "shapes": SHAPES,
        "nodes": drawn.nodes,
        "edges": drawn.edges,
        "entries": [vars(entry) for entry in contents.entries.values()],
        "topics": [
            {"iri": topic.iri, "label": topic.label, "members": [ids[iri] for iri in topic.members]}
            for topic in contents.topics
        ],
        "articles": [vars(article) for article in contents.articles.values()],
        "positions": [
            {
                **vars(one),
                "holder": ids[one.holder],
                "side": ids.get(one.side),
                "target": ids[one.target],
                "article": articles.get(one.article),
            }
            for one in contents.positions
        ],
    }


def script(contents: Contents) -> str:
    """The scripts of the page, vis-network only where there is something to draw."""
    vis = (files("pyvis") / VIS).read_text("utf-8").rpartition("\n//# sourceMappingURL")[0]
    return "\n".join([vis if contents.positions else "", *map(part, SCRIPTS)])


def policy(style: str, code: str) -> str:
    """A Content-Security-Policy under which nothing is loaded and nothing runs but these very texts."""
    return (
        f"default-src 'none'; script-src {digest(code)}; style-src {digest(style)}; base-uri 'none'; form-action 'none'"
    )


def digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def as_json(value: object) -> str:
    """JSON that cannot end the element it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)


def languages() -> tuple[str, ...]:
    """Those that the page speaks, the default first."""
    return tuple(wordings())


def wordings() -> dict[str, dict[str, str]]:
    every: dict[str, dict[str, str]] = json.loads(part("wording.json"))
    return every


def words(language: str) -> dict[str, str]:
    every = wordings()
    if language not in every:
        raise OutputError(f"The page speaks {' and '.join(every)}, not {language!r}; choose one of these.")
    return every[language]


def part(name: str) -> str:
    """A file of this package."""
    return (files("kg.view") / name).read_text("utf-8")
