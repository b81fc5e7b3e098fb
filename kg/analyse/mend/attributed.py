"""»… muss *nach Ansicht von Merk* verlängert werden«: whose words they are, taken for who does it."""

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import case_of
from kg.analyse.settled import has
from kg.analyse.words import is_a

BESIDE = ("obl", "obl:agent", "nsubj", "nsubj:pass", "obj")
GENITIVE = ("s", "’", "'")


def set_attributed(noun: Token) -> None:
    """Hangs »von Merk« and »Ghanas« on »Ansicht« where they stand right behind it.

    »wird laut *Medienberichten* von Ghana unterstützt« says already whose they are.
    """
    if not is_a(noun, "attributing") or has(noun, "nmod", "det:poss") or noun.i + 2 >= len(noun.doc):
        return
    if noun.dep_ != "obl" or case_of(noun) not in closed(noun).framing or is_a(noun, "media-report"):
        return
    owner = owner_behind(noun)
    if owner is not None and owner.head == noun.head and owner.dep_ in BESIDE:
        owner.head, owner.dep_ = noun, "nmod"


def owner_behind(noun: Token) -> Token | None:
    """The head of the phrase that begins with the next word: »von« and what it governs, or a name in the genitive."""
    word = noun.nbor()
    if word.lower_ == "von" and word.dep_ == "case":
        return word.head
    return word if word.pos_ == "PROPN" and word.text.endswith(GENITIVE) else None
