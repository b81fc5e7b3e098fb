"""Quotations: whose words, which words, who says so."""

import pytest
from spacy.tokens import Doc

from kg.find.quotes import Quote, owners, quotes
from kg.find.speech import SpeechVerbs, speech_verbs
from kg.model import Document
from kg.records import quote_record
from kg.vocabulary import Cue
from tests.find.parsed import parsed

SPEECH = SpeechVerbs(
    verbs=frozenset(
        {
            "sagen", "erklären", "mitteilen", "auffordern", "nennen", "hoffen", "behaupten", "zurückweisen", "heißen",
            "ausgehen", "sprechen", "zitieren",
        }
    ),
    nouns=frozenset({"Behauptung"}),
    adjectives=frozenset({"überzeugt"}),
    sources=frozenset({"Angabe", "Bericht"}),
    stances=frozenset({"fordern"}),
    saying=frozenset({"sprechen", "mitteilen"}),
)  # fmt: skip

COLON = parsed(
    "Frau Adam sagte am Montag: „Wir bleiben. Das ist alles.“ Dann ging sie.",
    "Frau/NOUN/nsubj/2 Adam/PROPN/appos/0 sagte/VERB/ROOT/2/sagen am/ADP/case/4 Montag/NOUN/obl/2 "
    ":/PUNCT/punct/8 „/PUNCT/punct/8 Wir/PRON/nsubj/8 bleiben/VERB/ccomp/2/bleiben ./PUNCT/punct/2 "
    "Das/PRON/nsubj/12 ist/AUX/cop/12/sein alles/PRON/ROOT/12 ./PUNCT/punct/12 “/PUNCT/punct/12 "
    "Dann/ADV/advmod/16 ging/VERB/ROOT/16/gehen sie/PRON/nsubj/16 ./PUNCT/punct/16",
)
AROUND = parsed(
    "»Wir bleiben«, sagte Minister Kern vor Journalisten, »und zwar alle.«",
    "»/PUNCT/punct/2 Wir/PRON/nsubj/2 bleiben/VERB/ccomp/5/bleiben «/PUNCT/punct/2 ,/PUNCT/punct/2 "
    "sagte/VERB/ROOT/5/sagen Minister/NOUN/nsubj/5 Kern/PROPN/appos/6 vor/ADP/case/9 Journalisten/NOUN/obl/5 "
    ",/PUNCT/punct/14 »/PUNCT/punct/14 und/CCONJ/cc/14 zwar/ADV/advmod/14 alle/PRON/dep/5 ./PUNCT/punct/5 "
    "«/PUNCT/punct/14",
)
DASS = parsed(
    "Adam sagte der Zeitung, dass Kern den Vertrag ablehne.",
    "Adam/PROPN/nsubj/1 sagte/VERB/ROOT/1/sagen der/DET/det/3 Zeitung/NOUN/obl:arg/1 ,/PUNCT/punct/9 "
    "dass/SCONJ/mark/9 Kern/PROPN/nsubj/9 den/DET/det/8 Vertrag/NOUN/obj/9 ablehne/VERB/ccomp/1/ablehnen "
    "./PUNCT/punct/1",
)
VERB_AFTER = parsed(
    "Der Vertrag sei tot, erklärte Kern.",
    "Der/DET/det/1 Vertrag/NOUN/nsubj/3 sei/AUX/cop/3/sein tot/ADJ/ccomp/5 ,/PUNCT/punct/3 "
    "erklärte/VERB/ROOT/5/erklären Kern/PROPN/nsubj/5 ./PUNCT/punct/5",
)
ANGABEN = parsed(
    "Nach Angaben der Polizei wurden drei Männer verletzt.",
    "Nach/ADP/case/1 Angaben/NOUN/obl/7/Angabe der/DET/det/3 Polizei/NOUN/nmod/1 wurden/AUX/aux:pass/7/werden "
    "drei/NUM/nummod/6 Männer/NOUN/nsubj:pass/7/Mann verletzt/VERB/ROOT/7 ./PUNCT/punct/7",
)
LAUT = parsed(
    "Kern ist laut Adam krank.",
    "Kern/PROPN/nsubj/4 ist/AUX/cop/4/sein laut/ADP/case/3 Adam/PROPN/obl/4 krank/ADJ/ROOT/4 ./PUNCT/punct/4",
)
ZUFOLGE = parsed(
    "Ersten Berichten zufolge ist Kern krank.",
    "Ersten/ADJ/amod/1 Berichten/NOUN/obl/5/Bericht zufolge/ADP/case/1 ist/AUX/cop/5/sein Kern/PROPN/nsubj/5 "
    "krank/ADJ/ROOT/5 ./PUNCT/punct/5",
)
SO = parsed(
    "Die Lage ist ernst, so Sprecherin Adam.",
    "Die/DET/det/1 Lage/NOUN/nsubj/3 ist/AUX/cop/3/sein ernst/ADJ/ROOT/3 ,/PUNCT/punct/6 so/ADV/advmod/6 "
    "Sprecherin/NOUN/parataxis/3 Adam/PROPN/appos/6 ./PUNCT/punct/3",
)
HEISST = parsed(
    "In dem Brief heißt es, der Vertrag sei tot.",
    "In/ADP/case/2 dem/DET/det/2 Brief/NOUN/obl/3 heißt/VERB/ROOT/3/heißen es/PRON/expl/3 ,/PUNCT/punct/9 "
    "der/DET/det/7 Vertrag/NOUN/nsubj/9 sei/AUX/cop/9/sein tot/ADJ/ccomp/3 ./PUNCT/punct/3",
)
WIE = parsed(
    "Wie Adam mitteilte, bleibt der Hafen leer.",
    "Wie/SCONJ/mark/2 Adam/PROPN/nsubj/2 mitteilte/VERB/advcl/4/mitteilen ,/PUNCT/punct/2 "
    "bleibt/VERB/ROOT/4/bleiben der/DET/det/6 Hafen/NOUN/nsubj/4 leer/ADJ/xcomp/4 ./PUNCT/punct/4",
)
AUF = parsed(
    "Adam forderte Kern auf, den Hafen zu öffnen.",
    "Adam/PROPN/nsubj/1 forderte/VERB/ROOT/1/auffordern Kern/PROPN/obj/1 auf/ADP/compound:prt/1 ,/PUNCT/punct/8 "
    "den/DET/det/6 Hafen/NOUN/obj/8 zu/PART/mark/8 öffnen/VERB/xcomp/1 ./PUNCT/punct/1",
)
NOUN = parsed(
    "Kern las die Behauptung Adams, der Hafen sei leer.",
    "Kern/PROPN/nsubj/1 las/VERB/ROOT/1/lesen die/DET/det/3 Behauptung/NOUN/obj/1 Adams/PROPN/nmod/3 "
    ",/PUNCT/punct/9 der/DET/det/7 Hafen/NOUN/nsubj/9 sei/AUX/cop/9/sein leer/ADJ/acl/3 ./PUNCT/punct/1",
)
DAVON = parsed(
    "Kern geht davon aus, dass Adam bleibt.",
    "Kern/PROPN/nsubj/1 geht/VERB/ROOT/1/ausgehen davon/ADV/advmod/1 aus/ADP/compound:prt/1 ,/PUNCT/punct/7 "
    "dass/SCONJ/mark/7 Adam/PROPN/nsubj/7 bleibt/VERB/ccomp/1/bleiben ./PUNCT/punct/1",
)
DAS = parsed(
    "Der Hafen ist leer. Das teilte Adam mit.",
    "Der/DET/det/1 Hafen/NOUN/nsubj/3 ist/AUX/cop/3/sein leer/ADJ/ROOT/3 ./PUNCT/punct/3 Das/PRON/obj/6 "
    "teilte/VERB/ROOT/6/mitteilen Adam/PROPN/nsubj/6 mit/ADP/compound:prt/6 ./PUNCT/punct/6",
)
RUNNING = parsed(
    "Adam sagte, sie gehe. Der Hafen sei „völlig leer“. Niemand könne bleiben. Der Hafen liegt am Rhein.",
    "Adam/PROPN/nsubj/1 sagte/VERB/ROOT/1/sagen ,/PUNCT/punct/4 sie/PRON/nsubj/4 gehe/VERB/ccomp/1/gehen "
    "./PUNCT/punct/1 Der/DET/det/7 Hafen/NOUN/nsubj/11 sei/AUX/cop/11/sein „/PUNCT/punct/11 völlig/ADV/advmod/11 "
    "leer/ADJ/ROOT/11 “/PUNCT/punct/11 ./PUNCT/punct/11 Niemand/PRON/nsubj/16 könne/AUX/aux/16/können "
    "bleiben/VERB/ROOT/16 ./PUNCT/punct/16 Der/DET/det/19 Hafen/NOUN/nsubj/20 liegt/VERB/ROOT/20/liegen "
    "am/ADP/case/22 Rhein/PROPN/obl/20 ./PUNCT/punct/20",
)
HEARSAY = parsed(
    "Kern soll den Brief geschrieben haben.",
    "Kern/PROPN/nsubj/4 soll/AUX/aux/4/sollen den/DET/det/3 Brief/NOUN/obj/4 geschrieben/VERB/ROOT/4/schreiben "
    "haben/AUX/aux/4 ./PUNCT/punct/4",
)
LABEL = parsed(
    "Kern nannte den Vertrag „völlig wertlos“.",
    "Kern/PROPN/nsubj/1 nannte/VERB/ROOT/1/nennen den/DET/det/3 Vertrag/NOUN/obj/1 „/PUNCT/punct/6 "
    "völlig/ADV/advmod/6 wertlos/ADJ/xcomp/1 “/PUNCT/punct/6 ./PUNCT/punct/1",
)
TITLE = parsed(
    "Adam sagte dem Magazin „Der Anker“, der Vertrag sei „völlig wertlos“.",
    "Adam/PROPN/nsubj/1 sagte/VERB/ROOT/1/sagen dem/DET/det/3 Magazin/NOUN/obl:arg/1 „/PUNCT/punct/6 "
    "Der/DET/det/6 Anker/PROPN/appos/3 “/PUNCT/punct/6 ,/PUNCT/punct/13 der/DET/det/10 Vertrag/NOUN/nsubj/14 "
    "sei/AUX/cop/14/sein „/PUNCT/punct/14 völlig/ADV/advmod/14 wertlos/ADJ/ccomp/1 “/PUNCT/punct/14 "
    "./PUNCT/punct/1",
)
NESTED = parsed(
    "Adam sagte, Kern habe behauptet, der Hafen sei leer.",
    "Adam/PROPN/nsubj/1 sagte/VERB/ROOT/1/sagen ,/PUNCT/punct/5 Kern/PROPN/nsubj/5 habe/AUX/aux/5/haben "
    "behauptet/VERB/ccomp/1/behaupten ,/PUNCT/punct/10 der/DET/det/8 Hafen/NOUN/nsubj/10 sei/AUX/cop/10/sein "
    "leer/ADJ/ccomp/5 ./PUNCT/punct/1",
)
RELAYED = parsed(
    "Kern sagte nach Angaben der Zeitung, der Hafen werde im nächsten Jahr leer sein.",
    "Kern/PROPN/nsubj/1 sagte/VERB/ROOT/1/sagen nach/ADP/case/3 Angaben/NOUN/obl/1/Angabe der/DET/det/5 "
    "Zeitung/NOUN/nmod/3 ,/PUNCT/punct/13 der/DET/det/8 Hafen/NOUN/nsubj/13 werde/AUX/aux/13/werden im/ADP/case/12 "
    "nächsten/ADJ/amod/12 Jahr/NOUN/obl/13 leer/ADJ/ccomp/1 sein/AUX/cop/13 ./PUNCT/punct/1",
)
TOLD = parsed(
    "Kern sprach von einem Erfolg.",
    "Kern/PROPN/nsubj/1 sprach/VERB/ROOT/1/sprechen von/ADP/case/4 einem/DET/det/4 Erfolg/NOUN/obl/1 ./PUNCT/punct/1",
)
SCARE = parsed(
    "Kern fährt auf der „Alten Liebe“ nach Köln.",
    "Kern/PROPN/nsubj/1 fährt/VERB/ROOT/1/fahren auf/ADP/case/6 der/DET/det/6 „/PUNCT/punct/6 Alten/ADJ/amod/6 "
    "Liebe/NOUN/obl/1 “/PUNCT/punct/6 nach/ADP/case/9 Köln/PROPN/obl/1 ./PUNCT/punct/1",
)
CITED = parsed(
    "Adam wurde mit den Worten zitiert: „Wir bleiben.“",
    "Adam/PROPN/nsubj:pass/5 wurde/AUX/aux:pass/5/werden mit/ADP/case/4 den/DET/det/4 Worten/NOUN/obl/5/Wort "
    "zitiert/VERB/ROOT/5/zitieren :/PUNCT/punct/9 „/PUNCT/punct/9 Wir/PRON/nsubj/9 bleiben/VERB/ccomp/5/bleiben "
    "./PUNCT/punct/5 “/PUNCT/punct/9",
)


def told(doc: Doc) -> list[tuple[str, str, str, str]]:
    """Type, content, speaker, cue of each quotation."""

    def text(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(doc.text[start:end] for start, end in spans)

    return [(quote.type, text(quote.content), text(quote.speaker), text(quote.cue)) for quote in quotes(doc, SPEECH)]


@pytest.mark.parametrize(
    ("doc", "expected"),
    [
        pytest.param(COLON, [("Direct", "„Wir bleiben. Das ist alles.“", "Frau Adam", "sagte")], id="colon"),
        pytest.param(
            AROUND,
            [
                ("Direct", "»Wir bleiben«", "Minister Kern", "sagte"),
                ("Direct", "»und zwar alle.«", "Minister Kern", "sagte"),
            ],
            id="verb in the middle",
        ),
        pytest.param(DASS, [("Indirect", "dass Kern den Vertrag ablehne", "Adam", "sagte")], id="dass-clause"),
        pytest.param(VERB_AFTER, [("Indirect", "Der Vertrag sei tot", "Kern", "erklärte")], id="verb after"),
        pytest.param(ANGABEN, [("Indirect", "wurden drei Männer verletzt", "Angaben der Polizei", "Nach")], id="nach"),
        pytest.param(LAUT, [("Indirect", "Kern ist … krank", "Adam", "laut")], id="laut"),
        pytest.param(ZUFOLGE, [("Indirect", "ist Kern krank", "Ersten Berichten", "zufolge")], id="zufolge"),
        pytest.param(SO, [("Indirect", "Die Lage ist ernst", "Sprecherin Adam", "so")], id="so"),
        pytest.param(HEISST, [("Indirect", "der Vertrag sei tot", "dem Brief", "heißt es")], id="heißt es"),
        pytest.param(WIE, [("Indirect", "bleibt der Hafen leer", "Adam", "Wie … mitteilte")], id="wie"),
        pytest.param(AUF, [("Indirect", "den Hafen zu öffnen", "Adam", "forderte … auf")], id="infinitive"),
        pytest.param(NOUN, [("Indirect", "der Hafen sei leer", "Adams", "die Behauptung")], id="noun with a clause"),
        pytest.param(DAVON, [("Indirect", "dass Adam bleibt", "Kern", "geht davon aus")], id="davon, dass"),
        pytest.param(DAS, [("Indirect", "Der Hafen ist leer. Das", "Adam", "teilte … mit")], id="das points back"),
        pytest.param(
            RUNNING,
            [
                ("Indirect", "sie gehe", "Adam", "sagte"),
                ("IndirectFreeIndirect", "Der Hafen sei „völlig leer“. Niemand könne bleiben.", "Adam", ""),
                ("Direct", "„völlig leer“", "Adam", ""),
            ],
            id="Konjunktiv runs on",
        ),
        pytest.param(HEARSAY, [("FreeIndirect", "Kern soll den Brief geschrieben haben.", "", "")], id="hearsay"),
        pytest.param(LABEL, [("Direct", "„völlig wertlos“", "Kern", "nannte")], id="label in marks"),
        pytest.param(
            TITLE,
            [
                ("Indirect", "der Vertrag sei „völlig wertlos“", "Adam", "sagte"),
                ("Direct", "„völlig wertlos“", "Adam", "sagte"),
            ],
            id="a title is no speech, quoted words within speech are",
        ),
        pytest.param(
            NESTED,
            [
                ("Indirect", "Kern habe behauptet, der Hafen sei leer", "Adam", "sagte"),
                ("Indirect", "der Hafen sei leer", "Kern", "habe behauptet"),
            ],
            id="nested",
        ),
        pytest.param(TOLD, [("Reported", "Kern sprach von einem Erfolg.", "Kern", "")], id="told without its words"),
        pytest.param(SCARE, [], id="a name in marks"),
        pytest.param(CITED, [("Direct", "„Wir bleiben.“", "Adam", "wurde … zitiert")], id="zitiert"),
    ],
)  # fmt: skip
def test_words_speaker_and_cue_are_found(doc: Doc, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(doc) == expected


@pytest.mark.parametrize(
    ("doc", "addressee"),
    [(DASS, "der Zeitung"), (AUF, "Kern"), (TITLE, "dem Magazin „Der Anker“"), (VERB_AFTER, "")],
)
def test_the_addressee_is_found(doc: Doc, addressee: str) -> None:
    assert " ".join(doc.text[start:end] for start, end in quotes(doc, SPEECH)[0].addressee) == addressee


def test_only_verbs_of_the_vocabulary_introduce_words() -> None:
    assert quotes(DASS, SpeechVerbs(verbs=frozenset())) == []


def test_owners_are_the_speakers_from_the_inside_out() -> None:
    found = quotes(NESTED, SPEECH)
    start = NESTED.text.index("leer")
    speakers = [NESTED.text[slice(*quote.speaker[0])] for quote in owners(found, start, start + 4)]
    assert speakers == ["Kern", "Adam"]
    assert owners(found, 0, 4) == []  # the article's own words


def test_who_relays_the_words_owns_them_too() -> None:
    found = quotes(RELAYED, SPEECH)
    start = RELAYED.text.index("leer")
    speakers = [RELAYED.text[slice(*quote.speaker[0])] for quote in owners(found, start, start + 4)]
    assert speakers == ["Kern", "Angaben der Zeitung"]


def test_told_speech_stays_the_articles_own_words() -> None:
    found = quotes(TOLD, SPEECH)
    assert [quote.type for quote in found] == ["Reported"]
    assert owners(found, 0, 4) == []


def test_a_record_has_every_field_and_the_chain_of_speakers() -> None:
    document = Document(text=NESTED.text, id="leer", source="leer.txt")
    outer, inner = quotes(NESTED, SPEECH)
    record = quote_record(inner, document, [outer, inner])
    assert record == {
        "id": "leer",
        "document": "leer.txt",
        "content": [[33, 51]],
        "speaker": [[12, 16]],
        "cue": [[17, 31]],
        "addressee": [],
        "frame": [[12, 31]],
        "type": "Indirect",
        "via": ["Adam"],
        "text": "der Hafen sei leer",
    }
    assert quote_record(outer, document, [outer, inner])["via"] == []


def test_the_vocabulary_tells_verbs_of_saying_from_other_cues() -> None:
    def cue(lemma: str, pos: str, stance: str, *target: str) -> Cue:
        return Cue(f"cue:{lemma}", "de", lemma, pos, stance, ("nsubj",), target)

    speech = speech_verbs(
        [
            cue("sagen", "VERB", "states", "obj"),
            cue("fordern", "VERB", "demands", "obj", "ccomp"),
            cue("unterzeichnen", "VERB", "supports", "obj"),
            cue("Angabe", "NOUN", "states", "gen"),
            cue("Forderung", "NOUN", "demands", "ccomp"),
        ]
    )
    assert speech.verbs == {"sagen", "fordern"}
    assert speech.nouns == {"Angabe", "Forderung"}
    assert speech.sources == {"Angabe"}
    assert speech.stances == {"fordern"}
    assert speech.saying == {"sagen"}


def test_a_quote_of_two_spans_holds_what_lies_in_one_of_them() -> None:
    quote = Quote(((0, 4), (9, 12)), "Indirect")
    assert quote.contains(1, 3)
    assert not quote.contains(3, 10)
    assert quote.length == 7


def test_a_text_without_words_has_no_quotes() -> None:
    assert quotes(Doc(DASS.vocab), SPEECH) == []
