"""The page as a reader meets it, in a real browser."""

from datetime import date
from itertools import combinations

import pytest
from rdflib import Dataset

from kg.view import page
from kg.view.palette import FILLS
from tests.view.browser import SPOT_OF_EDGE, Browse, Opened
from tests.view.graphs import Paper, Said, dataset

SENTENCE = "Außenministerin Halvik [lehnt] die Patrouille laut Tagespost ab, wenn sie niemand bestellt hat."
VIA = (("Tagespost", "laut Tagespost"), ("Agentur NPA", ""))
SUND = dataset(
    Paper(
        (
            Said("Jorun Halvik", "opposes", "Patrouille im Sund", SENTENCE, "Nordland", VIA,
                 "indirect", "reported", date(2031, 3, 3), 0.91, "wenn sie niemand bestellt hat"),
            Said("Westmark", "supports", "Patrouille im Sund", "Westmark [begrüßt] die Patrouille."),
            Said("Westmark", "states", "Zahl der Schiffe", "Westmark [nennt] die Zahl der Schiffe."),
        ),
        kinds={"Jorun Halvik": "person", "Tagespost": "medium", "Agentur NPA": "medium"},
    )
)  # fmt: skip
WIDTHS = pytest.mark.parametrize("width", [1440, 390])


@WIDTHS
def test_the_page_opens_without_a_complaint_and_asks_for_nothing(browse: Browse, width: int) -> None:
    opened = browse(page(SUND), width)
    opened.click_edge("p0")
    opened.click_node("Westmark")
    assert opened.complaints == []
    assert opened.requests == []


@WIDTHS
def test_nothing_is_wider_than_the_screen(browse: Browse, width: int) -> None:
    opened = browse(page(SUND, title="Donau" * 40), width)
    opened.click_edge("p0")
    assert opened.tab.evaluate("document.documentElement.scrollWidth") == width
    assert opened.tab.evaluate("document.getElementById('panel').scrollWidth") <= width


SHOWN = [
    "Außenministerin Halvik lehnt die Patrouille laut Tagespost ab, wenn sie niemand bestellt hat.",
    "Jorun Halvik (für Nordland)",
    "3. März 2031",
    "in indirekter Rede",
    "durch Dritte bekannt",
    "91 %",
    "Streit um den Sund",
    "Nordblatt, 4. März 2031",
]


@WIDTHS
def test_a_click_on_an_edge_shows_everything_known(browse: Browse, width: int) -> None:
    opened = browse(page(SUND), width)
    opened.click_edge("p0")
    assert [text for text in SHOWN if text not in opened.panel()] == []
    assert opened.tab.locator("#panel .chain li").all_text_contents() == ["Tagespostlaut Tagespost", "Agentur NPA"]
    assert opened.tab.inner_text("#panel .chain q") == "laut Tagespost"  # the browser adds the quotation marks


def test_the_cue_is_marked_and_the_source_is_a_link(browse: Browse) -> None:
    opened = browse(page(SUND))
    opened.click_edge("p0")
    assert opened.tab.inner_text("#panel mark") == "lehnt"
    link = opened.tab.locator("#panel footer a")
    assert link.get_attribute("href") == "https://nordblatt.example/sund?seite=1&teil=2"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_quoted_words_are_told_from_the_rest(browse: Browse) -> None:
    said = Said("Nordland", "opposes", "Zoll", "Nordland nannte ihn »[falsch] und teuer«.", mode="direct")
    opened = browse(page(dataset(Paper((said, Said("Westmark", "opposes", "Zoll"))))))
    opened.click_edge("p0" if "falsch" in opened.tab.evaluate("data.positions[0].evidence.flat(2).join('')") else "p1")
    assert opened.tab.locator("#panel blockquote .quoted").all_text_contents() == ["»", "falsch", " und teuer«"]
    assert opened.tab.inner_text("#panel blockquote mark") == "falsch"
    assert opened.tab.inner_text("#panel .words-key").split("\n") == ["zeigt die Haltung", "wörtlich zitiert"]
    opened.tab.locator("#panel .name", has_text="Zoll").click()
    opened.tab.locator("#panel .name", has_text="Westmark").click()
    assert opened.tab.inner_text("#panel .words-key") == "zeigt die Haltung"  # nothing is quoted here


def test_every_position_of_a_node_can_be_read(browse: Browse) -> None:
    said = tuple(Said("Nordland", "opposes", f"Zoll {n}", f"Das [lehnt] das Land ab: {n}.") for n in range(450))
    opened = browse(page(dataset(Paper(said))))
    opened.tab.locator(".row >> nth=0").click()
    opened.tab.locator("#panel .name", has_text="Nordland").first.click()
    for shown, more in [(200, "200 weitere zeigen, von 250"), (400, "50 weitere zeigen, von 50")]:
        assert opened.tab.locator("#panel blockquote").count() == shown
        opened.tab.click(f"#panel .more >> text={more}")
    assert opened.tab.locator("#panel blockquote").count() == 450
    assert opened.tab.locator("#panel .more").count() == 0


@pytest.mark.parametrize(
    ("node", "heading", "sentences"),
    [
        ("Westmark", "Staat", 2),
        ("Nordland", "Staat", 1),  # the side for which somebody else spoke
        ("Jorun Halvik", "Person", 1),
        ("Patrouille im Sund", "Thema", 2),
    ],
)
def test_a_click_on_a_node_shows_all_its_positions(browse: Browse, node: str, heading: str, sentences: int) -> None:
    opened = browse(page(SUND))
    opened.click_node(node)
    assert opened.tab.inner_text("#panel .head .label").casefold() == heading.casefold()
    assert opened.tab.inner_text("#panel h2") == node
    assert opened.tab.locator("#panel blockquote").count() == sentences


def test_a_row_of_the_list_opens_by_keyboard_and_escape_goes_back(browse: Browse) -> None:
    opened = browse(page(SUND))
    opened.tab.locator(".row", has_text="Zahl der Schiffe").press("Enter")
    assert "Westmark nennt die Zahl der Schiffe." in opened.panel()
    opened.tab.keyboard.press("Escape")
    assert opened.tab.locator(".row").count() == 3


@pytest.mark.parametrize(
    ("query", "rows", "visible"),
    [
        ("", 3, (5, 4)),
        ("PATROUILLE", 2, (4, 3)),
        ("halvik", 1, (3, 2)),  # with the line to the state that she speaks for
        ("begrüßt", 1, (2, 1)),
        ("agentur npa", 1, (3, 2)),
        ("nordblatt", 3, (5, 4)),
        ("Atlantis", 0, (0, 0)),
    ],
)
def test_the_search_looks_through_names_and_evidence(
    browse: Browse, query: str, rows: int, visible: tuple[int, int]
) -> None:
    opened = browse(page(SUND))
    opened.tab.fill("#search", query)
    assert opened.tab.locator(".row").count() == rows
    assert opened.visible() == visible


def test_the_legend_switches_a_stance_off_and_on(browse: Browse) -> None:
    opened = browse(page(SUND))
    toggle = opened.tab.locator(".toggle", has_text="lehnt ab")
    toggle.click()
    assert toggle.get_attribute("aria-pressed") == "false"
    assert opened.visible() == (3, 2)
    assert "2 von 3 Positionen" in opened.panel()
    toggle.click()
    assert opened.visible() == (5, 4)


def test_what_search_and_filter_leave_empty_can_be_reset(browse: Browse) -> None:
    opened = browse(page(SUND))
    opened.tab.fill("#search", "Atlantis")
    opened.tab.click("#panel >> text=Suche und Filter zurücksetzen")
    assert opened.tab.locator(".row").count() == 3
    assert opened.tab.input_value("#search") == ""


@pytest.mark.parametrize(
    ("language", "says"),
    [("de", "Dieser Graph enthält keine Positionen."), ("en", "This graph holds no positions.")],
)
def test_an_empty_graph_says_so(browse: Browse, language: str, says: str) -> None:
    opened = browse(page(Dataset(), language=language))
    assert says in opened.tab.inner_text("main")
    assert opened.tab.locator("#search:visible, #legend:visible, #stage:visible, #panel:visible").count() == 0
    assert opened.complaints == []


def test_the_interface_speaks_english_on_request(browse: Browse) -> None:
    opened = browse(page(SUND, language="en"))
    assert "3 positions · 3 actors · 2 issues · 1 source" in opened.tab.inner_text("header")
    opened.click_edge("p0")
    for words in ("opposes", "Known through", "3 March 2031", "in reported speech"):
        assert words in opened.panel()
    assert opened.tab.evaluate("document.documentElement.lang") == "en"


def gathered() -> str:
    """Twenty pairs with sixteen positions each; that of Land 0 and Zoll 0 has four for it."""
    stances = [
        ("supports", "states", "opposes", "opposes")[n // 20 % 4] if n % 20 == 0 else "opposes" for n in range(320)
    ]
    said = [Said(f"Land {n % 20}", stances[n], f"Zoll {n % 20}", f"Es [steht] da: {n}.") for n in range(320)]
    return page(dataset(*(Paper((one,), publisher=f"Blatt {one.stance}") for one in said)))


def test_an_edge_for_many_positions_shows_all_of_them(browse: Browse) -> None:
    opened = browse(gathered(), address="view=graph")
    assert opened.visible() == (40, 20)
    opened.tab.click("#fit")
    opened.click_edge("a0")
    assert opened.tab.locator("#panel blockquote").count() == 16
    opened.tab.locator("#panel .name").first.click()
    assert opened.tab.inner_text("#panel h2").startswith("Land ")
    assert "20 von 20 Paaren sind gezeichnet" in opened.tab.inner_text("#kinds")


OF_THE_PAIR = """(label) => {
  const from = data.entries.findIndex((entry) => entry.label === label);
  const { color, arrows, width, hidden } = edges.get().find((edge) => edge.from === from);
  return hidden ? null : [color.color, arrows.to.type, width];
}"""


@pytest.mark.parametrize(
    ("address", "look"),
    [
        ("", [FILLS["mixed"], "diamond", 1.5 + 4]),  # all sixteen of them
        ("off=opposes", [FILLS["favour"], "arrow", 1.5 + 3]),
        ("off=opposes supports", [FILLS["neither"], "circle", 1.5 + 2]),
        ("source=Blatt opposes", [FILLS["against"], "bar", 1.5 + 3]),
        ("q=Es steht da: 0.", [FILLS["favour"], "arrow", 1.5]),
        ("q=Land 1", None),
    ],
)
def test_an_edge_for_many_positions_looks_like_those_that_pass(
    browse: Browse, address: str, look: list[object] | None
) -> None:
    opened = browse(gathered(), address=f"view=graph&{address}")
    assert opened.tab.evaluate(OF_THE_PAIR, "Land 0") == look


def test_an_edge_for_many_positions_says_what_passes(browse: Browse) -> None:
    opened = browse(gathered(), address="view=graph&q=Zoll 0&off=states")
    opened.tab.click("#fit")
    opened.tab.mouse.move(*opened.tab.evaluate(SPOT_OF_EDGE, the_pair(opened)))
    assert opened.tab.evaluate(LABELS) == ["unterstützt (4)\nlehnt ab (8)"]
    opened.tab.mouse.move(1, 1)
    assert opened.tab.evaluate(LABELS) == []


LABELS = "edges.get().map((edge) => (edge.label ?? '').trim()).filter(Boolean)"


def the_pair(opened: Opened) -> str:
    return str(opened.tab.evaluate("edges.get().find((edge) => !edge.hidden).id"))


@pytest.fixture(scope="module")
def crowded() -> str:
    """More pairs than are drawn: 170 of two positions each, and Halvik's with one, who speaks for Land 0."""
    said = [Said(f"Land {n % 170}", "opposes", f"Zoll {n % 170}", f"Es [steht] da: {n}.") for n in range(340)]
    hers = [Said("Halvik", "supports", f"Zoll {n}", f"Sie [sagt] es: {n}.", side="Land 0") for n in range(3)]
    return page(dataset(*(Paper((one,), kinds={"Halvik": "person"}) for one in [*said, *hers])))


def test_filters_bring_pairs_into_the_picture_that_it_lacks(browse: Browse, crowded: str) -> None:
    opened = browse(crowded, address="view=graph")
    assert "150 von 173 Paaren" in opened.tab.inner_text("#kinds")
    before = opened.tab.evaluate("nodes.get().map(({ id, x, y }) => [id, x, y])")
    opened.tab.fill("#search", "Halvik")
    assert opened.visible() == (4, 3)  # she and three issues; of Land 0 nothing passes but that she speaks for it
    assert "3 von 3 Paaren" in opened.tab.inner_text("#kinds")
    opened.click_edge(opened.tab.evaluate("edges.get()[1].id"))
    assert opened.tab.locator("#panel blockquote").count() == 1
    again = browse(crowded, address=opened.hash())
    places = "nodes.get().map(({ label, x, y }) => [label, x, y])"
    assert again.tab.evaluate(places) == opened.tab.evaluate(places)
    assert again.panel() == opened.panel()
    opened.tab.fill("#search", "")
    assert opened.tab.evaluate("nodes.get().map(({ id, x, y }) => [id, x, y])") == before
    assert opened.complaints == []


def test_nodes_of_a_filtered_picture_do_not_overlap(browse: Browse, crowded: str) -> None:
    opened = browse(crowded, address="view=graph&q=Zoll 1")
    opened.tab.click("#fit")
    opened.tab.evaluate("network.redraw()")
    boxes = opened.tab.evaluate("nodes.get().map(({ id }) => network.getBoundingBox(id))")
    assert len(boxes) == 163
    assert not [(one, other) for one, other in combinations(boxes, 2) if overlap(one, other)]


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    across = one["left"] < other["right"] and other["left"] < one["right"]
    return across and one["top"] < other["bottom"] and other["top"] < one["bottom"]


def test_who_speaks_for_whom_can_be_cited(browse: Browse) -> None:
    opened = browse(page(SUND))
    opened.click_edge("s0")
    again = browse(page(SUND), address=opened.hash())
    assert again.panel() == opened.panel()
    assert again.tab.locator("#panel blockquote").count() == 1


def test_a_position_in_the_graph_can_be_cited(browse: Browse) -> None:
    opened = browse(page(SUND))
    opened.click_edge("p0")
    again = browse(page(SUND), address=opened.hash())
    assert again.tab.inner_text("#panel mark") == "lehnt"


HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "<img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)>",
    "${alert(1)} $title {{7*7}} &lt;b&gt; \\u003cb",
    "a\u2028b\u2029\u202ec",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(browse: Browse, text: str) -> None:
    said = Said(text, "opposes", text, f"Das [{text}] steht da.", f"Land {text}", ((text, "Das"),), condition=text)
    opened = browse(page(dataset(Paper((said,), text, text, text)), title=text))
    opened.click_edge("p0")
    assert opened.tab.title() == text
    assert opened.tab.text_content("h1") == text
    assert opened.tab.text_content("#panel mark") == text
    assert opened.tab.text_content("#panel blockquote") == f"Das {text} steht da."
    for place in ("h3 .name >> nth=0", "h3 .name >> nth=1", ".chain li"):
        assert " ".join(text.split()) in (opened.tab.text_content(f"#panel {place}") or "")
    assert opened.tab.text_content("#panel footer span >> nth=1") == text
    assert opened.tab.locator("#panel footer a, #panel img, #panel script, #panel footer svg").count() == 0
    opened.tab.wait_for_timeout(100)  # long enough for an image that cannot be loaded to fail
    assert opened.complaints == []
    assert opened.requests == []


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd"]
)
def test_an_address_that_is_no_web_page_is_shown_and_not_linked(browse: Browse, url: str) -> None:
    opened = browse(page(dataset(Paper((Said("Nordland", "opposes", "Zoll"),), url=url))))
    opened.click_edge("p0")
    assert url in opened.panel()
    assert opened.tab.locator("#panel a").count() == 0


def test_the_policy_of_the_page_stops_any_other_script(browse: Browse) -> None:
    hostile = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
    opened = browse(page(SUND, title="Sund").replace("<noscript>", f"{hostile}<noscript>"))
    opened.tab.wait_for_timeout(100)
    assert opened.tab.title() == "Sund"
    assert any("Content Security Policy" in complaint for complaint in opened.complaints)
