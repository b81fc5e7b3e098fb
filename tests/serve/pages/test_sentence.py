"""A sentence on a page: only its cue is marked, and quoted words look quoted."""

from typing import Any

import pytest

from kg.serve.pages.render import templates
from kg.view.sentence import cut


@pytest.mark.parametrize(
    ("sentence", "cue", "shown"),
    [
        ("Westmark lehnt ab.", "lehnt", "Westmark <mark>lehnt</mark> ab."),
        ("»Gut so«, lobt Holl.", "lobt", '<span class="quoted">»Gut so«</span>, <mark>lobt</mark> Holl.'),
        (
            "»Wir lehnen ab«, so Holl.",
            "lehnen",
            '<span class="quoted">»Wir </span><span class="quoted"><mark>lehnen</mark></span>'
            '<span class="quoted"> ab«</span>, so Holl.',
        ),
    ],
)
def test_the_cue_is_marked_and_a_quotation_is_none(sentence: str, cue: str, shown: str) -> None:
    parts: Any = templates().get_template("parts.html").make_module({"w": {}, "wanted": None})
    assert parts.sentence(cut(sentence, [(cue, sentence.index(cue))])) == f"<blockquote>{shown}</blockquote>"
