"""English verbs in *-s* that the tagger takes for nouns."""

import pytest

from kg.analyse.verbs import retag_verbs
from tests.find.parsed import parsed

SENTENCES = [
    ("Germany condemns tariffs", "Germany/PROPN/nsubj/1 condemns/NOUN/ROOT/1 tariffs/NOUN/obj/1", "Germany"),
    ("France urges Iran", "France/PROPN/compound/1 urges/NOUN/ROOT/1 Iran/PROPN/obj/1", "France"),
    ("The party backs bans", "The/DET/det/2 party/NOUN/compound/2 backs/NOUN/ROOT/2 bans/NOUN/obj/2", "party"),
    ("State visits", "State/PROPN/compound/1 visits/NOUN/ROOT/1", ""),
    ("Germany condemn tariffs", "Germany/PROPN/nsubj/1 condemn/NOUN/ROOT/1 tariffs/NOUN/obj/1", ""),
]


@pytest.mark.parametrize(("text", "annotation", "subject"), SENTENCES)
def test_a_noun_with_an_object_is_a_verb(text: str, annotation: str, subject: str) -> None:
    doc = retag_verbs(parsed(text, annotation))
    verbs = [token for token in doc if token.pos_ == "VERB"]
    assert bool(verbs) == bool(subject)
    assert [child.text for verb in verbs for child in verb.children if child.dep_ == "nsubj"] == [subject] * len(verbs)


def test_the_article_goes_with_the_subject() -> None:
    doc = retag_verbs(parsed(*SENTENCES[2][:2]))
    assert doc[0].head.text == "party"
