"""The German cue lexicon: what evokes which stance, and where its frame looks for the target."""

import re
from collections import Counter

import pytest

from kg.vocabulary import Cue, load_vocabulary

CASES = {"nsubj", "obj", "ccomp", "xcomp", "dat", "gen", "poss", "adj", "head", "owner", "self", "speaker", "question"}
PREPOSITIONS = {
    "vonseiten", "seitens", "innerhalb",
    "als", "an", "auf", "aus", "bei", "durch", "für", "gegen", "gegenüber", "hinter", "in", "mit", "nach", "um",
    "unter", "von", "vor", "wegen", "zu", "über",
}  # fmt: skip
CONTRACTED = {"am", "ans", "aufs", "beim", "im", "ins", "vom", "zum", "zur"}
JUDGED = "obj ccomp xcomp nsubj"

# lemma (»~«: reflexive, »+«: words), part of speech, stance, target slots, negated (»=«: as the stance says)
FRAMES = [
    ("ablehnen", "VERB", "opposes", "obj ccomp xcomp", "="),
    ("ausschließen", "VERB", "opposes", "obj ccomp xcomp", "="),
    ("weigern~", "VERB", "opposes", "xcomp", "="),
    ("verurteilen", "VERB", "opposes", "obj ccomp xcomp", "states"),
    ("verurteilen +zu", "VERB", "states", "zu", "="),
    ("aussprechen~", "VERB", "opposes", "gegen", "="),
    ("aussprechen~", "VERB", "supports", "für ccomp", "="),
    ("einsetzen~", "VERB", "supports", "für", "states"),
    ("stimmen", "VERB", "opposes", "gegen", "="),
    ("stimmen", "VERB", "supports", "für", "="),
    ("zurückweisen", "VERB", "opposes", "obj ccomp xcomp", "="),
    ("zurückweisen +Vorwurf", "VERB", "denies", "obj ccomp xcomp", "="),
    ("bestreiten", "VERB", "denies", "obj ccomp xcomp", "states"),
    ("bestreiten +Spiel", "VERB", "states", "obj", "="),
    ("dementieren", "VERB", "denies", "obj ccomp xcomp", "states"),
    ("zweifeln", "VERB", "doubts", "an ccomp", "states"),
    ("stellen +in,Frage", "VERB", "doubts", "obj ccomp", "states"),
    ("infragestellen", "VERB", "doubts", "obj ccomp", "states"),
    ("warnen", "VERB", "warns", "vor ccomp xcomp", "states"),
    ("drohen", "VERB", "threatens", "mit xcomp ccomp", "states"),
    ("vorwerfen", "VERB", "accuses", "dat obj ccomp xcomp", "="),
    ("bezichtigen", "VERB", "accuses", "obj gen xcomp ccomp", "states"),
    ("zustimmen", "VERB", "supports", "dat", "="),
    ("begrüßen", "VERB", "supports", "obj ccomp xcomp", "="),
    ("festhalten", "VERB", "supports", "an", "states"),
    ("festhalten", "VERB", "states", "ccomp", "="),
    ("stellen~", "VERB", "supports", "hinter", "="),
    ("fordern", "VERB", "demands", "obj ccomp xcomp", "states"),
    ("auffordern", "VERB", "demands", "xcomp zu ccomp obj", "states"),
    ("appellieren", "VERB", "demands", "xcomp ccomp an", "states"),
    ("pochen", "VERB", "demands", "auf", "states"),
    ("drängen", "VERB", "demands", "auf xcomp zu ccomp", "states"),
    ("vorschlagen", "VERB", "proposes", "obj ccomp xcomp", "states"),
    ("bringen +in,Spiel", "VERB", "proposes", "obj ccomp xcomp", "="),
    ("zusagen", "VERB", "commits", "obj ccomp xcomp", "="),
    ("beschließen", "VERB", "commits", "obj ccomp xcomp", "states"),
    ("verhängen", "VERB", "commits", "obj gegen", "states"),
    ("unterzeichnen", "VERB", "supports", "obj", "opposes"),
    ("erwägen", "VERB", "open-to", "obj xcomp ccomp", "="),
    ("kommen +in,Frage", "VERB", "open-to", "nsubj", "opposes"),
    ("sagen", "VERB", "states", "ccomp obj zu", "="),
    ("versichern", "VERB", "states", "ccomp", "="),
    ("versichern", "VERB", "commits", "xcomp", "="),
    ("Forderung", "NOUN", "demands", "nach ccomp xcomp auf", "="),
    ("Absage", "NOUN", "opposes", "an dat", "="),
    ("Ablehnung", "NOUN", "opposes", "gegen gegenüber", "="),
    ("Ablehnung", "NOUN", "opposes", "gen", "="),
    ("Bereitschaft", "NOUN", "open-to", "zu xcomp für ccomp", "="),
    ("Zweifel", "NOUN", "doubts", "an ccomp gegenüber", "states"),
    ("Licht +grün", "NOUN", "supports", "für dat", "="),
    ("Fehler", "NOUN", "opposes", JUDGED, "="),
    ("inakzeptabel", "ADJ", "opposes", JUDGED, "="),
    ("notwendig", "ADJ", "demands", JUDGED, "opposes"),
    ("haltlos", "ADJ", "denies", JUDGED, "="),
    ("bereit", "ADJ", "open-to", "zu xcomp für", "="),
    ("entschlossen", "ADJ", "commits", "xcomp zu", "="),
    ("besorgt", "ADJ", "warns", "über um wegen ccomp auf", "="),
    ("wollen", "AUX", "commits", "head", "="),
    ("wollen", "AUX", "demands", "obj ccomp", "opposes"),
    ("müssen", "AUX", "demands", "head", "="),
    ("dürfen", "AUX", "states", "head", "opposes"),
    ("sollen", "AUX", "states", "head", "opposes"),
    ("sollen +sollte", "AUX", "demands", "head", "opposes"),
]


def german() -> list[Cue]:
    return [cue for cue in load_vocabulary().cues if cue.language == "de"]


def head(cue: Cue) -> str:
    """The cue as the tables here write it: »stellen +in,Frage«, »weigern~«."""
    return cue.lemma + "~" * cue.reflexive + (" +" + ",".join(cue.words) if cue.words else "")


@pytest.mark.parametrize(("word", "pos", "stance", "target", "negated"), FRAMES)
def test_a_word_evokes_its_stance_with_its_frame(word: str, pos: str, stance: str, target: str, negated: str) -> None:
    frames = {" ".join(cue.target): cue for cue in german() if (head(cue), cue.pos) == (word, pos)}
    assert target in frames, f"{word} has the frames {list(frames)}"
    assert frames[target].stance == stance
    assert (frames[target].negated or "=") == negated


@pytest.mark.parametrize(
    ("word", "holder"),
    [
        ("ablehnen", "nsubj"), ("Forderung", "poss gen von adj"), ("bereit", "nsubj"), ("inakzeptabel", "owner"),
        ("müssen", "owner"), ("dürfen", "owner"), ("wollen", "nsubj"), ("Befürworter", "self"),
        ("stoßen +Ablehnung", "bei von vonseiten seitens innerhalb in"),
    ],
)  # fmt: skip
def test_the_holder_is_looked_for_where_the_word_has_it(word: str, holder: str) -> None:
    assert {" ".join(cue.holder) for cue in german() if head(cue) == word} == {holder}


@pytest.mark.parametrize(
    ("noun", "verbs"),
    [
        ("Kritik", "üben äußern"), ("Widerstand", "leisten ankündigen"), ("Forderung", "erheben stellen bekräftigen"),
        ("Bereitschaft", "erklären signalisieren zeigen"), ("Zweifel", "anmelden äußern hegen"), ("Vorwurf", "erheben"),
        ("Absage", "erteilen"), ("Veto", "einlegen"), ("Appell", "richten"), ("Zustimmung", "geben signalisieren"),
        ("Fehler", "nennen bezeichnen halten"), ("inakzeptabel", "nennen bezeichnen halten"),
        ("besorgt", "zeigen äußern"),
    ],
)  # fmt: skip
def test_a_noun_or_adjective_names_the_verbs_that_carry_it(noun: str, verbs: str) -> None:
    carried = {verb for cue in german() if cue.lemma == noun for verb in cue.support}
    assert set(verbs.split()) <= carried


def test_accusations_put_the_accused_and_the_deed_together() -> None:
    single = [
        head(cue)
        for cue in german()
        if cue.stance == "accuses" and cue.pos == "VERB" and len(cue.target) > 1 and not cue.join
    ]
    assert single == []


def test_two_frames_of_a_word_never_share_a_slot() -> None:
    seen = Counter((head(cue), cue.pos, cue.support, slot) for cue in german() for slot in cue.target)
    assert [key for key, count in seen.items() if count > 1] == []


def test_an_idiom_does_not_repeat_a_noun_with_its_verb() -> None:
    """»Kritik üben« stands once: as the noun with its support verb, or as the verb with its word."""
    carried = {
        (noun.lemma, verb, slot)
        for noun in german()
        if noun.pos == "NOUN"
        for verb in noun.support
        for slot in noun.target
    }
    idioms = [cue for cue in german() if cue.pos == "VERB"]
    assert [
        head(cue) for cue in idioms for word in cue.words for slot in cue.target if (word, cue.lemma, slot) in carried
    ] == []


def test_every_slot_is_a_relation_a_case_or_a_preposition() -> None:
    assert {slot for cue in german() for slot in (*cue.holder, *cue.target)} <= CASES | PREPOSITIONS


def test_words_are_written_in_their_plain_form() -> None:
    assert {word for cue in german() for word in cue.words} & CONTRACTED == set()
    assert [head(cue) for cue in german() if cue.pos == "NOUN" and not cue.lemma[0].isupper()] == []
    assert [head(cue) for cue in german() if cue.pos == "VERB" and not re.fullmatch(r"[a-zäöüß]+n", cue.lemma)] == []
    assert [verb for cue in german() for verb in cue.support if not re.fullmatch(r"[a-zäöüß]+n", verb)] == []


@pytest.mark.parametrize(
    ("stance", "least"),
    [
        ("supports", 200), ("opposes", 300), ("demands", 80), ("commits", 80), ("proposes", 30), ("open-to", 40),
        ("doubts", 50), ("warns", 30), ("accuses", 40), ("denies", 40), ("threatens", 5), ("states", 150),
    ],
)  # fmt: skip
def test_every_stance_has_words_enough(stance: str, least: int) -> None:
    assert sum(cue.stance == stance for cue in german()) >= least


def test_at_least_eighty_verbs_of_saying_need_no_other_word() -> None:
    saying = {cue.lemma for cue in german() if cue.pos == "VERB" and cue.stance == "states" and "ccomp" in cue.target}
    assert len(saying) >= 80
    assert {"sagen", "erklären", "mitteilen", "betonen", "berichten"} <= saying


@pytest.mark.parametrize(
    "word", ["geben", "nehmen", "machen", "kommen", "gehen", "bleiben", "sehen", "bringen", "tun", "lassen"]
)
def test_a_verb_of_many_meanings_needs_the_words_that_make_it_a_stance(word: str) -> None:
    assert [head(cue) for cue in german() if cue.lemma == word and not cue.words] == []
