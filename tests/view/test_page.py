"""The page as a file."""

import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from rdflib import Dataset

from kg.errors import OutputError
from kg.view import page, write_page
from kg.view.page import as_json, words
from tests.view.graphs import Paper, Said, dataset

ROOT = Path(__file__).parents[2]
SUND = dataset(Paper((Said("Nordland", "opposes", "Größe der Flotte"), Said("Westmark", "supports", "Zoll"))))


def test_the_same_graph_gives_the_same_page() -> None:
    lines = SUND.serialize(format="nquads").splitlines()
    again = Dataset().parse(data="\n".join(reversed(lines)), format="nquads")
    assert page(again) == page(SUND)


def test_the_policy_names_the_very_texts_of_the_page() -> None:
    html = page(SUND)
    for kind, text in re.findall(r"<(script|style)>(.*?)</\1>", html, re.DOTALL):
        assert f"{kind}-src 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in html
    assert "default-src 'none'" in html
    assert "unsafe" not in html.partition("<title>")[0]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("</script>", r'"\u003c/script\u003e"'),
        ("<!--", r'"\u003c!--"'),
        ("&lt;", r'"\u0026lt;"'),
        ("a\u2028b\u2029c", r'"a\u2028b\u2029c"'),
        ('"\\', r'"\"\\"'),
        ("Größe", '"Größe"'),
    ],
)
def test_json_cannot_end_its_element(text: str, escaped: str) -> None:
    assert as_json(text) == escaped


def test_the_title_is_escaped_where_it_is_markup() -> None:
    assert "<title>&lt;b&gt; &quot;Sund&quot; $style</title>" in page(SUND, title='<b> "Sund" $style')


def test_both_languages_have_the_same_wording() -> None:
    assert set(words("de")) == set(words("en"))


def test_another_language_is_refused() -> None:
    with pytest.raises(OutputError, match="speaks de and en, not 'fr'"):
        page(SUND, language="fr")


def test_an_empty_graph_needs_no_drawing_code() -> None:
    assert len(page(Dataset())) < 100_000  # vis-network alone has 480,000


def test_a_page_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    write_page(SUND, tmp_path / "a.html")
    before = (tmp_path / "a.html").read_bytes()
    assert before == page(SUND).encode()
    with pytest.raises(OutputError, match=r"b\.html"):
        write_page(SUND, tmp_path / "missing" / "b.html")
    with pytest.raises(OutputError, match="speaks"):
        write_page(SUND, tmp_path / "a.html", language="fr")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [before]


def test_half_a_character_does_not_stop_the_page(tmp_path: Path) -> None:
    write_page(SUND, tmp_path / "a.html", title="Nord\ud800land")
    assert "<h1>Nord?land</h1>" in (tmp_path / "a.html").read_text("utf-8")


def test_the_page_is_utf8_whatever_the_system_speaks(tmp_path: Path) -> None:
    SUND.serialize(tmp_path / "g.trig", format="trig")
    code = "import rdflib, kg; kg.view(rdflib.Dataset().parse('g.trig'), 'a.html', title='Gr\\xf6\\xdfe')"
    ascii_only = os.environ | {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONPATH": str(ROOT),
    }
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=ascii_only, check=True)
    assert "<h1>Größe</h1>" in (tmp_path / "a.html").read_text("utf-8")
