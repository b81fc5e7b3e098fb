"""A quotation on its way: its parts as sets of token indices."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import is_reflexive
from kg.analyse.settled import children
from kg.find.phrases import NONE, Indices, phrase, spans, subtree, trimmed
from kg.find.quotation import Quote, QuoteType
from kg.find.speakers import addressees, speaker_of


@dataclass(frozen=True)
class Introduction:
    """Who says something, with which words, to whom; `frame` is all of it."""

    speaker: Indices = NONE
    cue: Indices = NONE
    addressee: Indices = NONE
    frame: Indices = NONE


@dataclass(frozen=True)
class Found:
    """A quotation on its way: token indices instead of characters."""

    content: Indices
    type: QuoteType
    by: Introduction = Introduction()

    def quote(self, doc: Doc) -> Quote:
        by = self.by
        content, speaker, cue, addressee, frame = (
            spans(doc, part) for part in (self.content, by.speaker, by.cue, by.addressee, by.frame)
        )
        return Quote(content, self.type, speaker, cue, addressee, frame)


def verb_words(verb: Token) -> Indices:
    """»hat sich … bereit erklärt«: the verb with its auxiliaries, particle, reflexive pronoun and »es«."""
    parts = {verb.i, *(child.i for child in children(verb, "aux", "aux:pass", "compound:prt", "expl:pv"))}
    parts |= {child.i for child in verb.children if is_reflexive(child) and child.dep_ in ("obj", "iobj", "expl:pv")}
    parts |= {
        child.i for child in children(verb, "advmod") if is_pronominal_adverb(child) and points_ahead(child, verb)
    }
    if verb.lemma_ == "heißen":
        parts |= {child.i for child in verb.children if child.lower_ in closed(verb).it}
    return frozenset(parts)


def is_pronominal_adverb(token: Token) -> bool:
    """»davon«, »darauf«, »dahingehend«"""
    return (
        token.lang_ != "en"
        and token.pos_ == "ADV"
        and token.lower_.startswith("da")
        and len(token) > 4
        and token.lower_ not in NOT_POINTING
    )


NOT_POINTING = {"damals", "danach", "daraufhin", "dabei", "dadurch", "damit", "daher", "dann"}


def points_ahead(adverb: Token, verb: Token) -> bool:
    return any(child.i > adverb.i for child in children(verb, "ccomp", "xcomp", "advcl", "acl"))


def introduction(verb: Token, content: Indices) -> Introduction:
    """The verb of saying with its clause, as the introduction of `content`."""
    doc = verb.doc
    other_clauses = [subtree(child) for child in children(verb, "conj", "parataxis")]
    frame = trimmed(doc, subtree(verb).difference(content, *other_clauses))
    return Introduction(
        speaker=speaker_of(verb) - content,
        cue=verb_words(verb) - content,
        addressee=NONE.union(*(phrase(noun) for noun in addressees(verb))) - content,
        frame=frame,
    )
