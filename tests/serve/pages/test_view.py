"""The page of `kg view`, live from the store."""

import json
import re

import pytest

from tests.serve.pages.land import HALVIK, NORDLAND, PATROL, WIDE, issue_iri, party_iri
from tests.serve.server import Server, encoded


def positions(server: Server, path: str) -> int:
    found = server.ask("GET", path)
    assert found.status == 200
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', found.text, re.DOTALL)
    assert data
    return len(json.loads(data[1])["positions"])


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 11),
        (f"?actor={encoded(str(NORDLAND))}", 6),  # with those who speak for it
        (f"?actor={encoded(str(HALVIK))}", 1),
        (f"?issue={encoded(issue_iri(PATROL))}", 3),
        (f"?issue={encoded(str(WIDE))}", 6),
        (f"?actor={encoded(party_iri('Westmark'))}&issue={encoded(str(WIDE))}", 3),
    ],
)
def test_it_shows_all_or_those_of_an_actor_and_an_issue(pages: Server, query: str, count: int) -> None:
    assert positions(pages, f"/view{query}") == count


def test_it_is_in_the_language_that_is_asked_for_and_leads_back(pages: Server) -> None:
    found = pages.ask("GET", "/view?lang=en").text
    assert '<html lang="en">' in found
    assert '<a href="/?lang=en">← Overview</a>' in found


def test_its_policy_allows_its_own_script_and_style_and_nothing_else(pages: Server) -> None:
    policy = pages.ask("GET", "/view").headers["content-security-policy"]
    hashed = r"'sha256-[A-Za-z0-9+/=]{44}'"
    assert re.fullmatch(
        rf"default-src 'none'; script-src {hashed}; style-src {hashed}; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'",
        policy,
    )


@pytest.mark.parametrize("query", ["actor=urn:nobody", "issue=x", f"actor={encoded(str(HALVIK))}&issue=urn:none"])
def test_a_selection_of_nothing_is_told(pages: Server, query: str) -> None:
    assert pages.ask("GET", f"/view?{query}").status == 404
