"""Terms out of text that nobody has checked."""

import pytest
from rdflib import URIRef

from kg.assemble.actors import actor_iri
from kg.assemble.terms import camel, decimal, hashed, iri, slug, words
from kg.errors import VocabularyError
from kg.model import Party


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://x.example/a", "https://x.example/a"),
        ("https://x.example/ä?q=1#f", "https://x.example/ä?q=1#f"),
        ("urn:a b", "urn:a%20b"),
        ('urn:<">\n`', "urn:%3C%22%3E%0A%60"),
        ("urn:a%20b", "urn:a%20b"),
    ],
)
def test_an_iri(text: str, expected: str) -> None:
    assert iri(text) == URIRef(expected)


@pytest.mark.parametrize("text", ["", "oslo", "/a/b", "#x", " urn:x", "1a:b"])
def test_no_absolute_iri(text: str) -> None:
    with pytest.raises(VocabularyError, match="is no absolute IRI"):
        iri(text)


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("de", "de"),
        ("de-AT", "de-at"),
        (None, None),
        ("", None),
        ("d", None),
        ("de DE", None),
        ('de"', None),
        ("de-", None),
    ],
)
def test_a_language_tag(language: str | None, tag: str | None) -> None:
    assert words("x", language).language == tag


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.91, "0.91"), (1.0, "1"), (0.0, "0"), (0.33333, "0.3333"), (0.00001, "0"), (0.5000, "0.5"), (1e-3, "0.001")],
)
def test_a_decimal_is_written_as_stores_write_it(value: float, text: str) -> None:
    assert str(decimal(value)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Große Koalition", "grosse-koalition"),
        ("Łódź, Ålesund & Co.", "odz-alesund-co"),
        ("Кремль", ""),
        ("../../etc/passwd", "etc-passwd"),
        ("x" * 50, "x" * 40),
    ],
)
def test_a_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("spokesperson_of", "spokespersonOf"), ("led-by", "ledBy"), ("in", "in"), ("a b/../c", "aBC"), ("_x_", "x")],
)
def test_a_property_name(name: str, expected: str) -> None:
    assert camel(name) == expected


def test_parts_that_differ_have_different_hashes() -> None:
    parts = [("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), ("abc", None)]
    assert len({hashed(*part) for part in parts}) == len(parts)


@pytest.mark.parametrize(
    ("party", "start"),
    [
        (Party("Кремль", "group"), "https://w3id.org/diplokg/actor/x-"),
        (Party("Ada Beispiel", "person"), "https://w3id.org/diplokg/actor/x-ada-beispiel-"),
        (Party("Nordland", "state", "urn:nordland"), "urn:nordland"),
    ],
)
def test_an_actor_has_the_authoritys_iri_or_one_of_its_name(party: Party, start: str) -> None:
    assert actor_iri(party).startswith(start)
