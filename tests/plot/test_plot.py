"""Pictures for papers: what they say, and what is refused."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rdflib import Dataset

from kg.errors import OutputError
from kg.plot import KINDS, plot
from tests.view.graphs import Paper, Said, dataset
from tests.view.views import PATROL, SHIPS, SUND, TOLL

pytest.importorskip("matplotlib", reason="matplotlib is not installed.")
HOSTILE = "<script>alert(1)</script> $\\frac{1}{0}$ & ]]>"


def texts(path: Path) -> list[str]:
    """The words in an SVG, in which text stays text."""
    return [re.sub(r"\s+", " ", words).strip() for words in re.findall(r"<text[^>]*>([^<]*)</text>", path.read_text())]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("suffix", "head"), [(".svg", b"<?xml"), (".pdf", b"%PDF"), (".png", b"\x89PNG")])
def test_a_picture_is_the_same_each_time(kind: str, suffix: str, head: bytes, tmp_path: Path) -> None:
    one, other = tmp_path / f"one{suffix}", tmp_path / f"other{suffix}"
    for path in (one, other):
        plot(SUND, path, kind)
    assert one.read_bytes().startswith(head)
    assert one.read_bytes() == other.read_bytes()


def test_the_matrix_says_who_stands_where(tmp_path: Path) -> None:
    plot(SUND, tmp_path / "m.svg", "matrix")
    found = texts(tmp_path / "m.svg")
    assert [text for text in found if text in (PATROL, SHIPS, TOLL)] == [PATROL, SHIPS, TOLL]
    assert [text for text in found if text[0] in "+−±·" and len(text) < 3] == ["±2", "·", "−", "−", "−", "+", "+"]
    assert {"+ dafür", "− dagegen", "± beides", "· neutral"} <= set(found)


def test_a_line_of_the_network_says_for_against_or_both(tmp_path: Path) -> None:
    plot(SUND, tmp_path / "n.svg", "network")
    signs = [text for text in texts(tmp_path / "n.svg") if text in set("+−±·")]
    assert sorted(signs) == sorted("±·−−−++")


def test_only_those_with_most_positions_are_shown(tmp_path: Path) -> None:
    plot(SUND, tmp_path / "m.svg", "matrix", most=1)
    assert [text for text in texts(tmp_path / "m.svg") if text in (PATROL, SHIPS, "Westmark", "Nordland")] == [
        PATROL,
        "Westmark",
    ]


def test_the_timeline_says_what_and_when(tmp_path: Path) -> None:
    plot(SUND, tmp_path / "t.svg", "timeline", language="en")
    found = texts(tmp_path / "t.svg")
    assert {"supports", "opposes", "states", "2031-02"} <= set(found)


def test_a_label_is_text_and_no_formula(tmp_path: Path) -> None:
    said = Said(HOSTILE, "opposes", HOSTILE, "Das [steht] da.")
    for kind in KINDS:
        plot(dataset(Paper((said,))), tmp_path / "p.svg", kind)
        assert "<script" not in (tmp_path / "p.svg").read_text()
    plot(dataset(Paper((said,))), tmp_path / "p.svg", "matrix", most=5)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in "".join(texts(tmp_path / "p.svg"))


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("unfit", ["\x01", "\x1b", "\ufffe"])
@pytest.mark.parametrize("kind", ["matrix", "network"])
def test_a_picture_is_xml_whatever_a_label_holds(kind: str, unfit: str, tmp_path: Path) -> None:
    plot(dataset(Paper((Said(f"Nord{unfit}land", "opposes", f"Zo{unfit}ll"),))), tmp_path / "p.svg", kind)
    assert ElementTree.parse(tmp_path / "p.svg").getroot().tag.endswith("svg")


@pytest.mark.parametrize(
    ("graph", "name", "kind", "sentence"),
    [
        (SUND, "m.gif", "matrix", "m.gif: no format of pictures; name a file with one of .svg, .pdf, .png."),
        (Dataset(), "m.svg", "matrix", "The graph holds no positions"),
        (SUND, "none/m.svg", "matrix", "its folder does not exist"),
    ],
)
def test_what_cannot_be_drawn_is_said(graph: Dataset, name: str, kind: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=sentence):
        plot(graph, tmp_path / name, kind)
    assert list(tmp_path.iterdir()) == []
