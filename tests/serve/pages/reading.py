"""A page as a reader without a screen has it: its words, its links, its title."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.serve.server import Answer, Server

BLOCKS = {"li", "h1", "h2", "h3", "p", "section", "tr", "td", "th", "dt", "dd", "summary", "option"}


@dataclass
class Text(HTMLParser):
    words: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    marks: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self._inside.append(tag)
        if tag in BLOCKS:
            self.words.append(" ")
        self.links += [value for name, value in attrs if name == "href" and value]

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "mark" in self._inside:
            self.marks.append(data)
        self.words.append(data)


@dataclass(frozen=True)
class Read:
    answer: Answer
    parsed: Text

    @property
    def status(self) -> int:
        return self.answer.status

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.parsed.words))

    @property
    def links(self) -> list[str]:
        return self.parsed.links

    def leads_to(self, page: str) -> set[str]:
        """The things whose pages of that kind it links."""
        found = (urlsplit(link) for link in self.links)
        return {value for link in found if link.path == f"/{page}" for value in parse_qs(link.query).get("iri", [])}


def read(server: Server, page: str, headers: dict[str, str] | None = None, /, **values: object) -> Read:
    path = f"/{page}" + (f"?{urlencode(values)}" if values else "")
    answer = server.ask("GET", path, **(headers or {}))
    assert answer.kind == "text/html; charset=utf-8", answer
    return parsed(answer)


def parsed(answer: Answer) -> Read:
    found = Text()
    found.feed(answer.text)
    return Read(answer, found)
