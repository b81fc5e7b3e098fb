"""Accept, reject, change and undo by the forms of the pages; what comes of it is seen on every page and by queries."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from kg.decide import decisions
from kg.store import on_disk
from tests.serve.pages.conftest import filled
from tests.serve.pages.land import BREAKOUT, PATROL, SCRIPT, TOLL, issue_iri, party_iri, position
from tests.serve.pages.reading import Read, parsed, read
from tests.serve.server import Answer, Server, command

WESTMARK = position("Westmark", TOLL)
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    place = filled(tmp_path_factory.mktemp("corrected") / "store")
    with command(str(place), "--writable", "--workers", "1") as server:
        yield server


@pytest.fixture
def writable(served: Server) -> Iterator[Server]:
    """A server whose store is as it was after each test, but for the list of decisions."""
    yield served
    for name in made(read(served, "decisions")):
        send(served, "/undo", decision=name)


def send(server: Server, path: str, headers: dict[str, str] | None = None, /, **values: str) -> Answer:
    return server.ask("POST", path, urlencode(values), Content_Type=FORM, **(headers or {}))


def decide(server: Server, iri: str, verdict: str, **values: str) -> Answer:
    return send(server, "/decide", position=iri, verdict=verdict, by="Ada", **values)


def followed(server: Server, answer: Answer) -> Read:
    assert answer.status == 303, answer.text
    path, _, query = answer.headers["location"].partition("?")
    found = server.ask("GET", f"{path}?{query}")
    assert found.status == 200
    return parsed(found)


def test_a_position_is_accepted_with_who_and_why(writable: Server) -> None:
    found = followed(writable, decide(writable, WESTMARK, "accepted", note="Steht so da.\nWirklich."))
    assert "Die Position ist bestätigt." in found.text
    assert "bestätigt von Ada" in found.text
    assert "Steht so da. Wirklich." in found.text
    assert "von Hand bestätigt" in read(writable, "actor", iri=party_iri("Westmark")).text


def test_a_rejected_position_counts_nowhere_and_its_page_says_so(writable: Server) -> None:
    assert "dagegen 2" in read(writable, "issue", iri=issue_iri(TOLL)).text
    found = followed(writable, decide(writable, WESTMARK, "rejected"))
    assert "Diese Position gilt nicht mehr" in found.text
    assert "verwirft" in found.parsed.marks  # its sentence is still there to be read
    assert "dagegen 1" in read(writable, "issue", iri=issue_iri(TOLL)).text
    assert writable.query(f"ASK {{ <{WESTMARK}> a pos:Position }}", "text/csv").text == "false"


def test_a_changed_position_says_what_it_was_changed_to(writable: Server) -> None:
    old = {"old-holder": "Westmark", "old-stance": "opposes", "old-target": "Zoll im Sund", "old-side": ""}
    new = {"holder": "Ostheim", "stance": "supports", "target": "Zoll im Sund", "side": ""}
    found = followed(writable, decide(writable, WESTMARK, "changed", **old, **new))
    assert "Ostheim unterstützt Zoll im Sund" in found.text
    assert "geändert von Ada" in found.text
    assert "Konfidenz 100 %" in found.text
    assert WESTMARK not in read(writable, "actor", iri=party_iri("Westmark")).leads_to("position")
    before = read(writable, "position", iri=WESTMARK)
    assert "Was jetzt gilt" in before.text


def test_a_change_can_have_new_words(writable: Server) -> None:
    old, new = {"old-target": "Zoll im Sund"}, {"target": "Zoll auf Heringe aus dem Sund"}
    found = followed(writable, decide(writable, WESTMARK, "changed", **old, **new))
    assert "Westmark lehnt ab Zoll auf Heringe aus dem Sund" in found.text


def test_a_changed_position_is_changed_again_and_undone(writable: Server) -> None:
    first = decide(writable, WESTMARK, "changed", **{"old-stance": "opposes", "stance": "supports"})
    (made_by_it,) = parse_qs(urlsplit(first.headers["location"]).query)["iri"]
    again = decide(writable, made_by_it, "changed", **{"old-stance": "supports", "stance": "states"})
    assert "Westmark sagt Zoll im Sund" in followed(writable, again).text
    (name,) = made(read(writable, "decisions"))
    assert "Westmark lehnt ab" in followed(writable, send(writable, "/undo", decision=f"<{name}>")).text


@pytest.mark.parametrize("verdict", ["accepted", "rejected", "changed"])
def test_a_decision_is_undone_and_all_is_as_it_was_but_for_the_list(writable: Server, verdict: str) -> None:
    before = read(writable, "issue", iri=issue_iri(TOLL)).text
    change = {"old-stance": "opposes", "stance": "supports"} if verdict == "changed" else {}
    decide(writable, WESTMARK, verdict, **change)
    assert read(writable, "issue", iri=issue_iri(TOLL)).text != before
    (name,) = made(read(writable, "decisions"))
    found = followed(writable, send(writable, "/undo", decision=name, **{"from": "decisions"}))
    assert "Die Entscheidung ist zurückgenommen." in found.text
    assert "zurückgenommen: " in found.text
    assert made(found) == []  # nothing is left to be undone
    assert read(writable, "issue", iri=issue_iri(TOLL)).text == before


def made(found: Read) -> list[str]:
    """The decisions that the page has a button to undo."""
    parts = found.answer.text.split('name="decision" value="')[1:]
    return [part.partition('"')[0] for part in parts]


def test_a_decision_is_in_the_store_when_the_server_has_ended(tmp_path: Path) -> None:
    store = filled(tmp_path / "store")
    with command(str(store), "--writable", "--workers", "1") as server:
        decide(server, WESTMARK, "rejected")
    with closing(on_disk(store)) as again:
        (found,) = decisions(again)
    assert (found.position, found.verdict, found.by) == (WESTMARK, "rejected", "Ada")


def test_the_name_is_remembered_in_this_browser_alone(writable: Server) -> None:
    cookie = send(writable, "/decide", position=WESTMARK, verdict="accepted", by='Zoë "Z"').headers["set-cookie"]
    assert {"HttpOnly", "Path=/", "SameSite=strict"} <= set(cookie.split("; "))
    found = read(writable, "position", {"Cookie": cookie.partition(";")[0]}, iri=WESTMARK)
    assert 'name="by" value="Zoë &#34;Z&#34;"' in found.answer.text
    assert 'name="by" value=""' in read(writable, "position", iri=WESTMARK).answer.text


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"position": WESTMARK, "verdict": "accepted", "by": " "}, "A decision is somebody's; give a name."),
        ({"position": WESTMARK, "verdict": "burnt", "by": "Ada"}, "The parameter verdict is none; give one of accept"),
        ({"position": "urn:nothing", "verdict": "accepted", "by": "Ada"}, "The store has no position"),
        ({"position": "<>", "verdict": "accepted", "by": "Ada"}, "no IRI of a position"),
        ({"position": WESTMARK, "verdict": "changed", "by": "Ada"}, "Nothing would change; give another holder"),
        ({"position": WESTMARK, "verdict": "changed", "by": "Ada", "stance": "likes"}, "'likes' is no stance"),
        ({"position": WESTMARK, "verdict": "accepted", "by": "Ada", "holder": "Ostheim"}, "choose to change the pos"),
    ],
)
def test_what_is_wrong_with_a_correction_is_told_and_nothing_changes(
    writable: Server, values: dict[str, str], sentence: str
) -> None:
    found = send(writable, "/decide", **values)
    assert (found.status, found.kind) == (400, "text/html; charset=utf-8")
    assert sentence in found.text.replace("&#39;", "'")
    assert made(read(writable, "decisions")) == []


def test_what_was_typed_into_a_form_that_is_refused_is_still_there(writable: Server) -> None:
    parts = {"old-holder": "Westmark", "holder": SCRIPT, "old-stance": "opposes", "stance": "supports"}
    values = {**parts, "verdict": "accepted", "by": "Zoë", "note": "Wort\nfür Wort", "lang": "en"}
    found = parsed(send(writable, "/decide", position=WESTMARK, **values))
    assert (found.answer.status, "choose to change the position" in found.text) == (400, True)
    assert "Check and correct" in found.text  # in the language of the form
    assert "script" not in found.parsed.tags
    for kept in [
        'value="accepted" required checked>',
        'name="by" value="Zoë"',
        'name="holder" value="&lt;script&gt;alert(1)&lt;/script&gt;"',
        'name="old-holder" value="Westmark"',
        '<option value="supports" selected>',
        ">\nWort\nfür Wort</textarea>",
    ]:
        assert kept in found.answer.text
    assert "checked>" not in read(writable, "position", iri=WESTMARK).answer.text


def test_a_form_in_a_page_of_another_site_is_refused_even_without_its_name(writable: Server) -> None:
    linked = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    values = {"position": WESTMARK, "verdict": "rejected", "by": "Eve"}
    assert send(writable, "/decide", linked, **values).status == 403


def test_an_undo_of_nothing_is_told(writable: Server) -> None:
    assert "The store has no decision" in send(writable, "/undo", decision="urn:none").text


def test_a_server_that_only_reads_shows_decisions_and_takes_none(pages: Server) -> None:
    assert send(pages, "/decide", position=WESTMARK, verdict="accepted", by="Ada").status == 403
    assert send(pages, "/undo", decision="urn:x").status == 403
    assert '<form action="/decide"' not in read(pages, "position", iri=WESTMARK).answer.text
    assert read(pages, "decisions").status == 200


@pytest.mark.parametrize("path", ["/decide", "/undo"])
@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
def test_pages_of_other_sites_cannot_correct(writable: Server, path: str, origin: str) -> None:
    values = {"position": WESTMARK, "verdict": "rejected", "by": "Eve", "decision": "urn:x"}
    assert send(writable, path, {"Origin": origin}, **values).status == 403
    assert writable.query(f"ASK {{ <{WESTMARK}> a pos:Position }}", "text/csv").text == "true"


@pytest.mark.parametrize("cors", ["*", "https://good.example"])
def test_a_site_that_may_ask_may_not_correct(tmp_path: Path, cors: str) -> None:
    store = filled(tmp_path / "store")
    with command(str(store), "--writable", "--workers", "1", "--cors", cors) as server:
        origin = {"Origin": "https://good.example"}
        values = {"position": WESTMARK, "verdict": "rejected", "by": "Eve"}
        assert server.query("ASK {}", **origin).status == 200
        assert send(server, "/decide", origin, **values).status == 403
        assert "corrections come from the pages of this server" in send(server, "/undo", origin, decision="urn:x").text


def test_hostile_words_of_a_correction_stay_text(writable: Server) -> None:
    one = position("Jorun Halvik", PATROL, "person")
    words = {"target": BREAKOUT, "holder": BREAKOUT, "note": SCRIPT}
    values = {"old-target": PATROL, "old-holder": "Jorun Halvik", **words}
    found = followed(writable, send(writable, "/decide", position=one, verdict="changed", by=SCRIPT, **values))
    for text in (found.answer.text, read(writable, "decisions").answer.text):
        assert SCRIPT not in text
        assert BREAKOUT not in text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert party_iri(BREAKOUT) in found.leads_to("actor")
