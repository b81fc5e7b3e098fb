"""Who says something, and to whom: the nominals around a verb of saying."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import is_passive, is_plural, is_reflexive
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a, is_actor
from kg.find.phrases import NONE, Indices, is_infinitive, phrase

GOING_ON = {"darin", "hierin", "dort", "weiter"}  # in what was named before
DEFINITE = {"der", "die", "das"}
FROM = {"von", "vom"}
QUOTING = {"zitieren"}  # »wird *er* zitiert«, »zitiert *ihn*«


def speaker_of(verb: Token) -> Indices:
    """The phrase that names who says it; empty where nothing does."""
    speaker = next(speakers(verb), None)
    if speaker is None:
        return NONE
    cases = {mark.i for mark in children(speaker, "case") if mark.lower_ in closed(verb).speaker_cases}
    return phrase(speaker) - cases


def speakers(verb: Token) -> Iterator[Token]:
    """Whoever can be the speaker, the likeliest first: the subject, also a shared one; »von …« of a passive."""
    passive = is_passive(verb) and not any(helper.lemma_ == "haben" for helper in children(verb, "aux"))
    if verb.lemma_ in QUOTING:
        yield from children(verb, "nsubj:pass" if passive else "obj")
    if passive or verb.lemma_ == "heißen":
        yield from children(verb, "obl:agent")
        named = [noun for noun in children(verb, "obl") if case_of(noun) in closed(verb).speaker_cases]
        if verb.lemma_ == "heißen" and goes_on(verb, named):
            yield from author_before(verb)
        yield from named
        return
    if verb.lang_ != "en" and is_a(verb, "origin") and (whence := voiced_by(verb)):
        yield from whence
        return
    for clause in sharing(verb):
        if own := subjects(clause):
            yield from paper_before(own[0], verb) or own
            return


def voiced_by(verb: Token) -> list[Token]:
    """»Kritik *kam von Renate Kern*. Das Gesetz sei falsch.«: whose the words are that come."""
    if not any(noun.pos_ == "NOUN" and not is_actor(noun) for noun in children(verb, "nsubj", "obj")):
        return []
    nouns = (noun for noun in children(verb, "obl", "obl:arg", "obl:agent") if noun.left_edge.lower_ in FROM)
    return [noun for noun in nouns if is_person(noun) or is_actor(noun)]


def goes_on(verb: Token, named: Sequence[Token]) -> bool:
    """»*Darin* heißt es, …«, »*in dem Schreiben* heißt es, …«: in something that nobody is named for."""
    if not named:
        return any(child.lower_ in GOING_ON for child in verb.children)
    noun = named[0]
    bare = has(noun, "det") and not has(noun, "nmod", "appos", "det:poss")
    return noun.pos_ == "NOUN" and bare and not is_actor(noun)


def author_before(verb: Token) -> Iterator[Token]:
    """»X veröffentlichte eine Erklärung. *Darin heißt es*, …«: who acts in the sentence before."""
    sentence = sent_of(verb)
    before = sent_of(verb.doc[sentence.start - 1]) if sentence.start else None
    if before is None or "\n\n" in before.text_with_ws[-3:]:
        return
    for clause in sharing(before.root):
        yield from (noun for part in (clause, *children(clause, "aux")) for noun in children(part, "nsubj"))


def paper_before(noun: Token, verb: Token) -> list[Token]:
    """»X legte ein Gutachten vor. *Das Papier* kommt zu dem Schluss, …«: who wrote what was just named."""
    bare = noun.pos_ == "NOUN" and is_a(noun, "document") and noun.lang_ != "en" and not has(noun, "nmod", "appos")
    if not bare or not any(word.lower_ in DEFINITE for word in children(noun, "det")):
        return []
    authors = [author for author in author_before(verb) if is_person(author) or is_actor(author)]
    written = authors and any(is_a(other, "document") for other in children(authors[0].head, "obj"))
    return authors if written else []


def sharing(verb: Token) -> Iterator[Token]:
    """The verb, and those above it whose subject it shares, the nearest first."""
    yield verb
    while shares_subject(verb):
        verb = verb.head
        yield verb


def subjects(verb: Token) -> list[Token]:
    """The subjects that a parser saw: names and pronouns first, because a thing does not speak."""
    nameless = closed(verb).nobody if verb.lang_ == "en" else closed(verb).it | closed(verb).nobody
    found = [
        noun for noun in children(verb, "nsubj", "nsubj:pass") if noun.lower_ not in nameless and noun.pos_ != "ADV"
    ]
    found = found or inverted(verb)
    if len(found) == 1 and is_person(found[0]) and not agrees(found[0], verb):  # who is written to looks like a subject
        found = [*(noun for helper in children(verb, "aux") for noun in children(helper, "nsubj")), *found]
    return sorted(found, key=lambda noun: (not agrees(noun, verb), not is_person(noun))) if len(found) > 1 else found


def agrees(noun: Token, verb: Token) -> bool:
    """»Die Bürger *haben Minister Merk* mitgeteilt«: a singular is no subject of a plural verb."""
    if noun.lang_ == "en" or noun.pos_ == "PRON":
        return True
    finite = next((word for word in (verb, *children(verb, "aux")) if feature(word, "VerbForm") == "Fin"), verb)
    many = has(noun, "conj") or (has(noun, "nmod") and not is_person(noun))  # »eine Reihe von Staaten haben«
    several = many or is_plural(noun) or "Sing" not in feature(noun, "Number")
    return feature(finite, "Number") != "Plur" or several


def inverted(verb: Token) -> list[Token]:
    """ "…," wrote *Trump*: what a parser calls the object, right behind a verb that follows other words."""
    if verb.lang_ != "en" or verb.i == sent_of(verb).start or not verb.nbor(-1).is_punct:
        return []
    return [noun for noun in children(verb, "obj") if noun.left_edge.i == verb.i + 1][:1]


def is_person(noun: Token) -> bool:
    return noun.pos_ in ("PROPN", "PRON") or any(part.pos_ == "PROPN" for part in children(noun, "appos", "flat:name"))


def shares_subject(verb: Token) -> bool:
    return (verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN")) or (
        verb.dep_ in ("xcomp", "advcl") and verb.head.pos_ == "VERB"
    )


def subject_of(sentence: Span) -> Indices:
    """Who acts in a sentence: »X zeigte sich besorgt. Die Lage sei ernst.«"""
    return speaker_of(sentence.root)


def case_of(noun: Token) -> str:
    return next((mark.lower_ for mark in children(noun, "case")), "")


def addressees(verb: Token) -> Iterator[Token]:
    """»teilte *dem Sender* mit«, »forderte *die Regierung* auf, …«, »sagte *gegenüber der Zeitung*«."""
    infinitive = any(is_infinitive(clause) for clause in children(verb, "xcomp"))
    for child in children(verb, "obl:arg", "iobj", "obl", "obj", "nsubj:pass"):
        case = case_of(child)
        if is_reflexive(child) or child.lower_ in closed(child).it:
            continue
        if case in closed(verb).to or (
            not case and (is_dative(child) or (infinitive and child.dep_ in ("obj", "nsubj:pass")))
        ):
            yield child


def is_dative(noun: Token) -> bool:
    if noun.dep_ in ("iobj", "obl:arg"):
        return True
    return noun.dep_ == "obl" and any("Dat" in feature(word, "Case") for word in (noun, *children(noun, "det")))
