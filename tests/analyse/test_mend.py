"""Slips of the parser that the forms disprove, on trees built by hand."""

import pytest

from kg.analyse.mend import mended
from tests.find.parsed import parsed

FIRST = "Die/DET/det/1 Frage/NOUN/nmod/2 Partei/NOUN/nsubj/3 stellt/VERB/ROOT/3/stellen"
BEHIND = "Partei/NOUN/nsubj/3 die/DET/det/2 Frage/NOUN/nmod/0 stellt/VERB/ROOT/3/stellen"
APART = "Partei/NOUN/nsubj/4 ,/PUNCT/punct/3 die/DET/det/3 Frage/NOUN/nmod/0 stellt/VERB/ROOT/4/stellen"


@pytest.mark.parametrize(
    ("text", "tree", "relation"),
    [
        ("Die Frage Partei stellt", FIRST, "obj"),
        ("Partei die Frage stellt", BEHIND, "obj"),
        ("Partei, die Frage stellt", APART, "nmod"),
    ],
)
def test_what_has_no_form_of_a_genitive_is_the_object(text: str, tree: str, relation: str) -> None:
    assert [token.dep_ for token in mended(parsed(text, tree)) if token.text == "Frage"] == [relation]
