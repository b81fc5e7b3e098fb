"""Words in quotation marks: speech, or a name, a title, a word that the article keeps at arm's length."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import VERBAL
from kg.analyse.morphology import feature
from kg.analyse.settled import children, sent_of
from kg.analyse.words import is_actor
from kg.find.introduction import Found, Introduction, introduction
from kg.find.phrases import NONE, Indices, phrase
from kg.find.quotemarks import MARKS, Quoted
from kg.find.speakers import is_person, subject_of
from kg.find.speech import SpeechVerbs

FUNCTION = {"ADP", "DET", "CCONJ", "PART"}
NAMING = {"appos", "flat", "flat:name", "nsubj", "nsubj:pass", "nmod", "conj"}
TITLE = 10  # words of the longest title
DEPTH = 6  # words between a quotation and the verb that introduces it
SUBORDINATE = {"acl:relcl", "advcl"}
FULL_STOPS = {".", "!", "?", "…"}
LONG = 6  # words; so many in quotation marks with a finite verb are no title


def direct_quotes(
    doc: Doc, stretches: Sequence[Quoted], clauses: Sequence[Found], speech: SpeechVerbs
) -> Iterator[Found]:
    """The stretches that are somebody's words, each with the nearest introduction."""
    last: Found | None = None
    for stretch in stretches:
        inside = tokens_of(doc, stretch)
        words = words_of(doc, inside)
        if not words:
            continue
        by = introduced(doc, inside, words, clauses, speech)
        speech_itself = is_speech(words) or is_sentence(doc, inside)
        if by is None and speech_itself and last is not None and near(doc, last, inside):
            by = last.by
        if by is None and speech_itself and not is_name(words):
            by = Introduction(speaker=acting_before(doc, inside))
        if by is not None:
            last = Found(inside, "Direct", by)
            yield last


def nested_quotes(
    doc: Doc, stretches: Sequence[Quoted], running: Sequence[Found], found: Sequence[Found]
) -> Iterator[Found]:
    """Quoted words within Konjunktiv that runs on, or within speech that is told."""
    known = {quote.content for quote in found if quote.type == "Direct"}
    for inside in (tokens_of(doc, stretch) for stretch in stretches):
        words = words_of(doc, inside)
        by = within_clause(inside, words, running) if words and inside not in known else None
        if by is not None:
            yield Found(inside, "Direct", by)


def words_of(doc: Doc, inside: Indices) -> list[Token]:
    return [doc[i] for i in sorted(inside) if not (doc[i].is_punct or doc[i].is_space)]


def tokens_of(doc: Doc, stretch: Quoted) -> Indices:
    span = doc.char_span(stretch.start, stretch.end, alignment_mode="expand")
    return frozenset(token.i for token in span if not token.is_space) if span is not None else frozenset()


def acting_before(doc: Doc, inside: Indices) -> Indices:
    """Who acts in the sentence before the words, if that ends where they begin."""
    at = before(doc, min(inside))
    return subject_of(sent_of(doc[at])) - inside if at is not None else NONE


def near(doc: Doc, last: Found, inside: Indices) -> bool:
    """Whether a quotation stands in the same or the next paragraph as the one before it."""
    between = doc[max(last.content) : min(inside)].text
    return between.count("\n\n") <= 1 and len(between) < 600


def is_speech(words: Sequence[Token]) -> bool:
    return len(words) > LONG


def is_sentence(doc: Doc, inside: Indices) -> bool:
    """»…, sagte X. „Das lehnen wir ab.“«: however short, what begins and ends as a sentence does is no title."""
    words = [doc[i] for i in sorted(inside) if doc[i].text not in MARKS]
    at = before(doc, min(inside))
    begins = at is None or doc[at].text in {*FULL_STOPS, *MARKS}
    return begins and words[-1].text in FULL_STOPS and any(feature(word, "VerbForm") == "Fin" for word in words)


def is_name(words: Sequence[Token]) -> bool:
    """»„Tobacco Control“«: proper names, and capitalised words that a noun in front of them is given as a name."""
    if len(words) > TITLE or any(feature(word, "VerbForm") == "Fin" for word in words):
        return False
    if all(word.pos_ in ("PROPN", "X", "NUM", "SYM") for word in words):
        return True
    if any(word.text[0].islower() and word.pos_ not in FUNCTION for word in words):
        return False
    return root_of(words).dep_ in NAMING


def root_of(words: Sequence[Token]) -> Token:
    inside = {word.i for word in words}
    return next((word for word in words if word.head.i not in inside or word.dep_ == "ROOT"), words[0])


def introduced(
    doc: Doc, inside: Indices, words: Sequence[Token], clauses: Sequence[Found], speech: SpeechVerbs
) -> Introduction | None:
    """The introduction of a stretch in quotation marks; None if nothing says that it is somebody's words."""
    return (
        after_colon(doc, inside, speech)
        or before_verb(doc, inside, speech)
        or within_clause(inside, words, clauses)
        or below_verb(doc, inside, words, speech)
    )


def after_colon(doc: Doc, inside: Indices, speech: SpeechVerbs) -> Introduction | None:
    """»X sagte: „…“«"""
    at = before(doc, min(inside))
    if at is None or doc[at].text != ":":
        return None
    head = [token for token in doc[sent_of(doc[at]).start : at + 1] if not token.is_space]
    frame = frozenset(token.i for token in head)
    verb = introducing(head, speech)
    if verb is None:
        return Introduction(speaker & frame, frame=frame) if (speaker := named_alone(head)) else None
    by = introduction(verb, inside)
    return Introduction(by.speaker & frame, by.cue & frame, by.addressee & frame, frame)


def introducing(head: Sequence[Token], speech: SpeechVerbs) -> Token | None:
    """The verb before a colon that tells of the words: the last one of saying, else that of the main clause."""
    if saying := [token for token in head if speech.says(token)]:
        return saying[-1]
    places = {token.i for token in head}
    verbs = [token for token in head if token.pos_ == "VERB"] or [token for token in head if token.pos_ == "AUX"]
    above = (verb for verb in verbs if not any(other.i in places for other in verb.ancestors))
    return next(above, verbs[-1] if verbs else None)


def named_alone(head: Sequence[Token]) -> Indices:
    """»*Außenministerin Kern*: „…“«: who is named before a colon, and no more."""
    nouns = (token for token in head if token.pos_ in ("NOUN", "PROPN"))
    first = next(nouns, None)
    if first is None or any(children(first, "case")) or not (is_person(first) or is_actor(first)):
        return NONE
    return phrase(first)


def before(doc: Doc, index: int) -> int | None:
    return next((i for i in range(index - 1, -1, -1) if not doc[i].is_space), None)


def before_verb(doc: Doc, inside: Indices, speech: SpeechVerbs) -> Introduction | None:
    """»„…“, sagte X«, also in the middle: »„…“, sagte X, „…“«; »„…“, so X«"""
    rest = [token for token in doc[max(inside) + 1 : max(inside) + 6] if not token.is_space]
    while rest and rest[0].text in {",", "-", "–", "—"}:
        rest = rest[1:]
    if not rest:
        return None
    first = rest[0]
    if first.lower_ in closed(first).so and first.head.pos_ in ("NOUN", "PROPN", "PRON") and first.head.i > first.i:
        speaker = phrase(first.head) - {first.i} - inside
        return Introduction(frozenset(i for i in speaker if i > first.i), frozenset({first.i}), frozenset(),
                            frozenset(i for i in speaker | {first.i} if i >= first.i))  # fmt: skip
    verb = first if first.pos_ == "VERB" else first.head if first.pos_ == "AUX" else behind_subject(first, inside)
    if verb is None or not speech.says(verb):
        return None
    return introduction(verb, inside)


def behind_subject(first: Token, inside: Indices) -> Token | None:
    """The verb of "…," *the minister* said; in German it goes before its subject."""
    token = first
    while token.lang_ == "en" and token.pos_ not in VERBAL and token.head.i != token.i:
        token = token.head
    return token if token.pos_ in VERBAL and token.i > max(inside) else None


def within_clause(inside: Indices, words: Sequence[Token], clauses: Sequence[Found]) -> Introduction | None:
    """Quoted words within reported ones have the same speaker."""
    if is_name(words):
        return None
    around = [found for found in clauses if len(inside & found.content) > len(inside) / 2]
    return min(around, key=lambda found: len(found.content)).by if around else None


def is_finite(verb: Token) -> bool:
    """Not »(auch „X“ genannt)«, a participle that only gives a name."""
    return feature(verb, "VerbForm") == "Fin" or any(children(verb, "aux", "aux:pass", "cop", "mark"))


def below_verb(doc: Doc, inside: Indices, words: Sequence[Token], speech: SpeechVerbs) -> Introduction | None:
    """»nannte den Plan „falsch“«, »sprach von einer „Lüge“«"""
    if is_name(words):
        return None
    token = root_of(words)
    for _ in range(DEPTH):
        if token.i not in inside and speech.says(token):
            return reached(token, inside)
        if token.dep_ == "ROOT" or names_source(token) or (token.dep_ in SUBORDINATE and token.i not in inside):
            return None
        token = token.head
    return None


def reached(verb: Token, inside: Indices) -> Introduction | None:
    """What a verb says about the words below it; nothing where they are the name of the speaker or of the addressee."""
    by = introduction(verb, inside)
    apart = (by.speaker | by.addressee).isdisjoint(range(min(inside) - 1, max(inside) + 2))
    told = is_finite(verb) and not any(child.lower_ in closed(verb).as_ for child in verb.children)
    return by if by.speaker and apart and told else None


def names_source(noun: Token) -> bool:
    own = closed(noun)  # what follows is a medium, a paper
    return any(case.lower_ in own.sources | own.source_nouns | own.to for case in children(noun, "case"))
