"""Names and addresses that want to be more than text."""

from urllib.parse import urlsplit

import pytest

from tests.serve.pages.land import ARTICLES, BREAKOUT, HOSTILE, NORDLAND, SCRIPT, issue_iri, party_iri, position
from tests.serve.pages.reading import read
from tests.serve.server import Server

TAGS = {"script", "iframe", "object", "embed", "style", "base"}


def every() -> list[tuple[str, dict[str, str]]]:
    things = [{"iri": iri(name)} for name in HOSTILE for iri in (party_iri, issue_iri)]
    pages = ["actor", "issue"] * len(HOSTILE)
    told = [("position", {"iri": position(name, name)}) for name in HOSTILE]
    around = [("document", {"iri": ARTICLES[2]}), ("source", {"name": BREAKOUT})]
    found = [("search", {"q": words}) for words in (SCRIPT, "onerror", "sehr", "{{")]
    return [("", {}), ("actor", {"iri": str(NORDLAND)}), *zip(pages, things, strict=True), *told, *around, *found]


@pytest.mark.parametrize(("page", "values"), every())
def test_a_hostile_name_stays_text(pages: Server, page: str, values: dict[str, str]) -> None:
    found = read(pages, page, **values)
    assert found.status == 200
    assert not found.parsed.tags & TAGS
    assert not {name for name in found.parsed.attributes if name.startswith("on") or name == "style"}
    assert "49" not in found.text.split("שלום")[-1][:40]
    assert all(urlsplit(link).scheme in ("", "http", "https") for link in found.links)


@pytest.mark.parametrize("name", HOSTILE)
def test_its_page_has_it_in_full(pages: Server, name: str) -> None:
    assert " ".join(name.split()) in read(pages, "actor", iri=party_iri(name)).text


@pytest.mark.parametrize("page", ["", "actor", "issue", "document", "position", "source", "search"])
def test_what_the_address_says_stays_text_too(pages: Server, page: str) -> None:
    found = read(pages, page, iri=SCRIPT, lang=BREAKOUT, page=SCRIPT, polarity=BREAKOUT, q=SCRIPT, name=SCRIPT)
    assert not found.parsed.tags & TAGS
    assert SCRIPT not in found.answer.text
    assert BREAKOUT not in found.answer.text


def test_a_page_allows_no_script_and_no_other_server(pages: Server) -> None:
    policy = read(pages, "").answer.headers["content-security-policy"]
    assert policy.split("; ") == [
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
