"""The pages in a browser: clicks, keys, deep links, corrections; nothing fails, and nothing leaves the page."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest

from tests.serve.pages.conftest import filled
from tests.serve.pages.land import ARTICLES, HOSTILE, NORTH, PATROL, TOLL, WIDE, issue_iri, party_iri, position
from tests.serve.server import Server, command
from tests.view.browser import Opened

Axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed.").Axe
WESTMARK = party_iri("Westmark")
PAGES = {
    "start": "/",
    "actor": f"/actor?{urlencode({'iri': WESTMARK})}",
    "issue": f"/issue?{urlencode({'iri': issue_iri(PATROL)})}",
    "document": f"/document?{urlencode({'iri': ARTICLES[0]})}",
    "position": f"/position?{urlencode({'iri': position('Westmark', TOLL)})}",
    "source": f"/source?{urlencode({'name': NORTH})}",
    "search": "/search?q=sund",
    "nothing": "/search?q=xyzzy",
    "ask": "/ask?name=opponents-of&issue=Zoll",
    "wrong": "/ask?query=rubbish",
    "decisions": "/decisions",
    "about": "/about",
    "hostile": f"/document?{urlencode({'iri': ARTICLES[2]})}",
    "long": f"/actor?{urlencode({'iri': party_iri(HOSTILE[3])})}",
}
Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with command(str(filled(tmp_path_factory.mktemp("seen") / "store")), "--writable", "--workers", "1") as server:
        yield server


@pytest.fixture
def see(chromium: Any, corrected: Server) -> Iterator[Open]:
    """Opens a page of a server that takes corrections."""
    contexts = []

    def open_it(path: str, width: int = 1440, language: str = "de-DE") -> Opened:
        contexts.append(chromium.new_context(viewport={"width": width, "height": 900}, locale=language))
        return Opened(contexts[-1].new_page(), f"http://127.0.0.1:{corrected.port}{path}")

    yield open_it
    for context in contexts:
        context.close()


def harmless(opened: Opened, server: Server) -> bool:
    """Whether nothing was complained of, and nobody else was asked."""
    assert opened.complaints == []
    assert {urlsplit(one).netloc for one in opened.requests} <= {f"127.0.0.1:{server.port}"}
    return True


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_a_fault_or_is_wider_than_the_screen(see: Open, corrected: Server, name: str, width: int) -> None:
    opened = see(PAGES[name], width, "en-GB" if width == 390 else "de-DE")
    found = Axe().run(opened.tab).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    assert opened.tab.evaluate("document.documentElement.scrollWidth") <= width
    assert harmless(opened, corrected)


def test_a_reader_goes_from_the_search_to_the_sentence_by_clicks(see: Open, corrected: Server) -> None:
    tab = (opened := see("/")).tab
    tab.fill("input[name=q]", "west")
    tab.click(".find button")
    tab.click("main >> text=Westmark >> nth=0")
    assert tab.inner_text("h1") == "Westmark"
    tab.click(".filter >> text=dagegen")
    assert tab.locator(".card").count() == 2
    tab.click(".card >> text=Einzelheiten >> nth=0")
    assert "/position?" in tab.url
    tab.click(".from a >> nth=0")
    tab.click(".text mark.cue a >> nth=0")
    assert "/position?" in tab.url
    assert tab.locator("blockquote mark").count() == 1
    assert harmless(opened, corrected)


def test_by_keys_alone_one_comes_to_the_content_and_searches(see: Open, corrected: Server) -> None:
    tab = (opened := see("/")).tab
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "content"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.querySelector('main').contains(document.activeElement)")
    for _ in range(2):
        tab.keyboard.press("Shift+Tab")
    tab.focus("input[name=q]")
    tab.keyboard.type("Ostheim")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search?**")
    assert "Ostheim" in tab.inner_text("main")
    assert harmless(opened, corrected)


def test_a_number_in_the_text_leads_to_its_position_in_the_list(see: Open) -> None:
    tab = see(PAGES["document"]).tab
    tab.click("sup >> nth=1")
    assert tab.url.endswith("#p2")
    assert tab.locator("#p2:target").count() == 1


def test_a_number_beside_a_long_name_stays_on_one_line(see: Open) -> None:
    tab = see(f"/issue?{urlencode({'iri': str(WIDE)})}").tab
    lines = """(words) => {
        const [name, number] = document.querySelectorAll('.counts li:first-child > *');
        name.textContent = 'Wort '.repeat(40);
        number.textContent = words;
        const inside = document.createRange();
        inside.selectNodeContents(number);
        return inside.getClientRects().length;
    }"""
    assert tab.evaluate(lines, "12.345") == 1


def test_a_deep_link_shows_the_same_to_another_reader(see: Open) -> None:
    first = see(f"{PAGES['actor']}&polarity=against&lang=en", 1440, "de-DE").tab
    second = see(urlsplit(first.url)._replace(scheme="", netloc="").geturl(), 1440, "fr-FR").tab
    assert first.inner_text("main") == second.inner_text("main")
    assert "Agreements" in second.inner_text("main") or "Conflicts" in second.inner_text("main")


def test_the_language_is_changed_by_a_click_and_stays(see: Open) -> None:
    tab = see(PAGES["actor"]).tab
    tab.click(".tongues >> text=EN")
    assert tab.get_attribute("html", "lang") == "en"
    tab.click(".brand")
    assert "Newest positions" in tab.inner_text("main")


def test_a_stored_query_is_asked_by_its_form(see: Open, corrected: Server) -> None:
    tab = (opened := see("/ask")).tab
    tab.click("summary >> text=opponents-of")
    tab.fill("#opponents-of-issue", "Zoll")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#answer table")
    tab.click("#answer a >> text=Nordland >> nth=0")
    assert tab.inner_text("h1") == "Nordland"
    assert harmless(opened, corrected)


def test_an_answer_is_downloaded(see: Open) -> None:
    tab = see(PAGES["ask"]).tab
    with tab.expect_download() as download:
        tab.click(".taking >> text=CSV")
    assert download.value.suggested_filename == "opponents-of.csv"
    assert "Nordland" in Path(download.value.path()).read_text("utf-8")


def test_a_position_is_corrected_and_the_correction_undone_by_clicks(see: Open, corrected: Server) -> None:
    tab = (opened := see(PAGES["position"])).tab
    tab.click(".deciding .primary")
    assert "/position?" in tab.url  # without a verdict and a name the browser sends nothing
    tab.check("text=Soll anders heißen")
    tab.fill("#holder", "Ostheim")
    tab.select_option("#stance", "supports")
    tab.fill("#by", "Ada")
    tab.click(".deciding .primary")
    tab.wait_for_selector("[role=status]")
    assert "Ostheim" in tab.inner_text("h1")
    assert "unterstützt" in tab.inner_text("h1")
    assert "von Hand geändert" in tab.inner_text(".head").replace("VON HAND GEÄNDERT", "von Hand geändert")
    assert tab.input_value("#by") == "Ada"
    found = Axe().run(tab).response["violations"]
    assert [one["id"] for one in found] == []
    tab.click("nav >> text=Korrekturen")
    tab.click("text=Zurücknehmen")
    tab.wait_for_selector("[role=status]")
    tab.goto(f"http://127.0.0.1:{corrected.port}{PAGES['position']}")
    assert "Westmark" in tab.inner_text("h1")
    assert harmless(opened, corrected)


def test_the_live_view_draws_and_leads_back(see: Open, corrected: Server) -> None:
    tab = (opened := see(f"/view?{urlencode({'actor': WESTMARK})}")).tab
    assert tab.inner_text("h1") == "Westmark"
    assert "4" in tab.inner_text("#summary")
    tab.click("#tab-matrix")
    assert tab.locator("#matrix table").count() == 1
    tab.click("header a")
    assert "Neueste Positionen" in tab.inner_text("main")
    assert harmless(opened, corrected)
