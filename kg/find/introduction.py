"""The parts of a quotation as sets of token indices, and how they become spans of the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg.analyse.grammar import children, is_passive, is_reflexive
from kg.find.quotation import Quote, QuoteType, Span

Indices = frozenset[int]
NONE: Indices = frozenset()
EDGES = {",", ".", ";", ":", "–", "-", "—", "(", "…"}
CLAUSAL = {"acl", "acl:relcl", "advcl", "ccomp", "parataxis", "csubj", "punct"}


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

    def typed(self, kind: QuoteType) -> "Found":
        return replace(self, type=kind)

    def quote(self, doc: Doc) -> Quote:
        by = self.by
        content, speaker, cue, addressee, frame = (
            spans(doc, part) for part in (self.content, by.speaker, by.cue, by.addressee, by.frame)
        )
        return Quote(content, self.type, speaker, cue, addressee, frame)


def spans(doc: Doc, indices: Iterable[int]) -> tuple[Span, ...]:
    """Runs of tokens as spans; white space between two of them does not break a run."""
    runs: list[list[int]] = []
    for index in sorted(i for i in indices if not doc[i].is_space):
        if runs and all(doc[between].is_space for between in range(runs[-1][1] + 1, index)):
            runs[-1][1] = index
        else:
            runs.append([index, index])
    return tuple((doc[a].idx, doc[b].idx + len(doc[b])) for a, b in runs)


def subtree(token: Token) -> Indices:
    return frozenset(other.i for other in token.subtree)


def trimmed(doc: Doc, indices: Indices) -> Indices:
    """Without the punctuation (not the quotation marks) and the white space at both ends."""
    ordered = sorted(indices)
    while ordered and (doc[ordered[0]].text in EDGES or doc[ordered[0]].is_space):
        ordered.pop(0)
    while ordered and (doc[ordered[-1]].text in EDGES - {"…"} or doc[ordered[-1]].is_space):
        ordered.pop()
    return frozenset(ordered)


def phrase(noun: Token) -> Indices:
    """A nominal with all that names it, without clauses: »der Sprecher der Polizei, Jan Maier« (of »…, der …«)."""
    inside: set[int] = set()
    waiting = [noun]
    while waiting:
        token = waiting.pop()
        inside.add(token.i)
        waiting += [child for child in token.children if belongs(child, token)]
    return filled(noun.doc, inside)


def belongs(child: Token, head: Token) -> bool:
    """Whether a dependent is part of the name of its head, rather than a clause or a word of the sentence around it."""
    if child.is_space or child.dep_ in CLAUSAL:
        return enclosed(child)
    if child.dep_ == "advmod" and child.pos_ == "ADV":
        return False
    return not any(mark.lower_ == "gegenüber" for mark in children(child, "case"))


def enclosed(mark: Token) -> bool:
    """Quotation marks and brackets belong to the name that they stand around."""
    return mark.dep_ == "punct" and not mark.is_space and mark.text not in EDGES - {"(", "-"}


def filled(doc: Doc, inside: set[int]) -> Indices:
    """The commas within a nominal are part of it."""
    first, last = min(inside), max(inside)
    between = {i for i in range(first, last) if doc[i].is_punct and i - 1 in inside}
    return trimmed(doc, frozenset(inside | between))


def verb_words(verb: Token) -> Indices:
    """»hat sich … bereit erklärt«: the verb with its auxiliaries, particle, reflexive pronoun and »es«."""
    parts = {verb.i, *(child.i for child in children(verb, "aux", "aux:pass", "compound:prt", "expl:pv"))}
    parts |= {child.i for child in verb.children if is_reflexive(child) and child.dep_ in ("obj", "iobj", "expl:pv")}
    parts |= {
        child.i for child in children(verb, "advmod") if is_pronominal_adverb(child) and points_ahead(child, verb)
    }
    if verb.lemma_ == "heißen":
        parts |= {child.i for child in verb.children if child.lower_ == "es"}
    return frozenset(parts)


def is_pronominal_adverb(token: Token) -> bool:
    """»davon«, »darauf«, »dahingehend«"""
    return token.pos_ == "ADV" and token.lower_.startswith("da") and len(token) > 4 and token.lower_ not in NOT_POINTING


NOT_POINTING = {"damals", "danach", "daraufhin", "dabei", "dadurch", "damit", "daher", "dann"}


def points_ahead(adverb: Token, verb: Token) -> bool:
    return any(child.i > adverb.i for child in children(verb, "ccomp", "xcomp", "advcl", "acl"))


# »wird *er* zitiert«; »heißt es *in* dem Brief«, »wurde *vom* Ministerium bestätigt«
QUOTING = {"zitieren"}
PLACES = {"von", "vom", "seitens", "in", "im", "aus", "bei", "beim", "auf"}


def speakers(verb: Token) -> Iterator[Token]:
    """Who says it: the subject, also the one shared with the verb it is joined to; »von …« of a passive."""
    if verb.lemma_ in QUOTING:
        yield from children(verb, "nsubj:pass" if is_passive(verb) else "obj")
    if is_passive(verb) or verb.lemma_ == "heißen":
        yield from children(verb, "obl:agent")
        yield from (noun for noun in children(verb, "obl") if case_of(noun) in PLACES)
        return
    own = [child for child in children(verb, "nsubj") if child.lower_ not in ("es", "man")]
    if own:
        yield from own[:1]
    elif shares_subject(verb):
        yield from speakers(verb.head)


def shares_subject(verb: Token) -> bool:
    return (verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN")) or (
        verb.dep_ in ("xcomp", "advcl") and verb.head.pos_ == "VERB"
    )


def case_of(noun: Token) -> str:
    return next((mark.lower_ for mark in children(noun, "case")), "")


def addressees(verb: Token) -> Iterator[Token]:
    """»teilte *dem Sender* mit«, »forderte *die Regierung* auf, …«, »sagte *gegenüber der Zeitung*«."""
    infinitive = any(children(verb, "xcomp"))
    for child in children(verb, "obl:arg", "iobj", "obl", "obj", "nsubj:pass"):
        case = case_of(child)
        if is_reflexive(child) or child.lower_ == "es":
            continue
        if case == "gegenüber" or (
            not case and (is_dative(child) or (infinitive and child.dep_ in ("obj", "nsubj:pass")))
        ):
            yield child


def is_dative(noun: Token) -> bool:
    if noun.dep_ in ("iobj", "obl:arg"):
        return True
    return noun.dep_ == "obl" and any("Dat" in word.morph.get("Case", []) for word in (noun, *children(noun, "det")))


def introduction(verb: Token, content: Indices) -> Introduction:
    """The verb of saying with its clause, as the introduction of `content`."""
    doc = verb.doc
    speaker = next(iter(speakers(verb)), None)
    other_clauses = [subtree(child) for child in children(verb, "conj", "parataxis")]
    frame = trimmed(doc, subtree(verb).difference(content, *other_clauses))
    return Introduction(
        speaker=phrase(speaker) - content if speaker is not None else NONE,
        cue=verb_words(verb) - content,
        addressee=NONE.union(*(phrase(noun) for noun in addressees(verb))) - content,
        frame=frame,
    )
