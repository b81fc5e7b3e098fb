"""Pronouns and short descriptions, by rules: number, person and the subject that was just spoken of."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.analyse.grammar import children, clause_of, preceding
from kg.analyse.slots import subjects
from kg.analyse.words import is_a
from kg.link.cast import Cast
from kg.model import Party

RELATIVES = {"der", "die", "das", "dem", "den", "dessen", "deren", "welche", "welcher"}
NOBODY = {
    "man", "niemand", "jemand", "es", "das", "dies", "was", "einer", "keiner", "nichts", "vieles", "alles",
}  # fmt: skip
DEMONSTRATIVE = {"dieser", "diese", "dieses", "letzterer", "letztere"}
WINDOW = 2  # candidates that a pronoun chooses from
COLLECTIVE = ("group", "organisation", "state")
BACK = 4  # sentences; further back a pronoun is rarely meant
SUBJECTS = ("nsubj", "nsubj:pass", "obl:agent")
SINGULAR_HER = {"sie", "ihr", "ihre", "ihrer"}
PLURAL = {"sie", "ihnen", "ihre", "ihr"}
FIRST_PERSON = {
    "ich", "wir", "mich", "uns", "mir", "unser", "unsere", "mein", "meine", "unserer", "unseren",
}  # fmt: skip


def is_first_person(token: Token) -> bool:
    return token.lower_ in FIRST_PERSON


def is_pronoun(token: Token) -> bool:
    return token.pos_ in ("PRON", "DET") or token.lower_ in ("er", "sie") or token.lower_ in NOBODY


def resolve(pronoun: Token, cast: Cast) -> Party | None:
    """Whom a pronoun of the third person means; None if nobody fits."""
    if pronoun.lower_ in NOBODY:
        return None
    if pronoun.dep_ == "det:poss":
        return possessor(pronoun, cast)
    if (noun := noun_before_comma(pronoun)) is not None:
        return cast.party(noun)
    if pronoun.lower_ in DEMONSTRATIVE:
        return next((party for party, _ in nearest(pronoun, cast)), None)
    if is_plural(pronoun):
        return next((party for party, _ in before(pronoun, cast) if party.kind in COLLECTIVE), None)
    return singular(pronoun, cast)


def singular(pronoun: Token, cast: Cast) -> Party | None:
    """A person of that gender, else for »sie« a group: »Sie (die Partei) beschloss …«."""
    if (same := same_before(pronoun)) is not None:
        return singular(same, cast)
    found = list(before(pronoun, cast))
    people = [party for party, noun in found if party.kind == "person" and fits_gender(pronoun, noun, party, cast)]
    if people:
        return most_prominent(people, cast)
    groups = (party for party, _ in found if party.kind in ("group", "organisation"))
    return next(groups, None) if pronoun.lower_ in ("sie", "ihr") else None


def same_before(pronoun: Token) -> Token | None:
    """»Sie verteidigte … Sie schlug vor …«: a subject that goes on from the sentence before means the same."""
    start = pronoun.sent.start
    if pronoun.dep_ != "nsubj" or start == 0 or pronoun.doc[start - 1].is_space:
        return None
    before = pronoun.doc[start - 1].sent
    subject = next((token for token in before if token.dep_ == "nsubj" and token.head.dep_ == "ROOT"), None)
    return subject if subject is not None and subject.lower_ == pronoun.lower_ else None


def noun_before_comma(pronoun: Token) -> Token | None:
    """»…, die …« is relative even where the parser hangs the clause elsewhere."""
    if pronoun.lower_ not in RELATIVES or pronoun.i < 2 or pronoun.nbor(-1).text != ",":
        return None
    closing = [pronoun.doc[i] for i in range(pronoun.i - 2, max(-1, pronoun.i - 5), -1)]
    return next((token for token in closing if token.pos_ in ("NOUN", "PROPN")), None)


def most_prominent(parties: list[Party], cast: Cast) -> Party:
    """Of the last few candidates, nearest first, the one that the text names most often: whom it is about."""
    last = list({party.name: party for party in parties}.values())[:WINDOW]
    return max(last, key=lambda party: cast.counts[party.name] - last.index(party))


def possessor(pronoun: Token, cast: Cast) -> Party | None:
    """»ihre Forderung« is the subject's, if the clause has one that can make demands."""
    for noun in subjects(clause_of(pronoun)):
        if noun.i != pronoun.i and noun.pos_ in ("NOUN", "PROPN") and (party := cast.party(noun)) is not None:
            return party
    plural = [party for party, _ in before(pronoun, cast) if party.kind in COLLECTIVE]
    people = [party for party, _ in before(pronoun, cast) if party.kind == "person"]
    return next(iter(people if pronoun.lower_.startswith("sein") else plural or people), None)


def is_plural(pronoun: Token) -> bool:
    """»sie« is plural if the verb is; German tells no other way."""
    if pronoun.lower_ not in PLURAL or pronoun.dep_ not in ("nsubj", "nsubj:pass"):
        return pronoun.lower_ == "ihnen"
    verbs = [pronoun.head, *children(pronoun.head, "aux", "aux:pass", "cop")]
    return any("Plur" in verb.morph.get("Number", []) and verb.morph.get("VerbForm", []) == ["Fin"] for verb in verbs)


def fits_gender(pronoun: Token, noun: Token, party: Party, cast: Cast) -> bool:
    """»sie« is no »Minister« and no »Gerhard«, »er« no »Ministerin« and no »Angela«; other names fit both."""
    female = pronoun.lower_ in SINGULAR_HER
    if noun.pos_ == "NOUN":
        return is_a(noun, "feminine") == female
    return not (cast.is_called(party, "mans-name") if female else cast.is_called(party, "womans-name"))


def nearest(token: Token, cast: Cast) -> Iterator[tuple[Party, Token]]:
    """»dieser« is the last that was named, whatever its role in the sentence."""
    for index in range(token.i - 1, max(-1, token.i - 60), -1):
        noun = token.doc[index]
        if noun.pos_ in ("NOUN", "PROPN") and (party := cast.party(noun)) is not None and party.kind != "place":
            yield party, noun


def before(token: Token, cast: Cast) -> Iterator[tuple[Party, Token]]:
    """Actors named before the token, the nearest sentence first, in a sentence the subject first."""
    for sent in preceding(token, BACK):
        nouns = [noun for noun in sent if noun.i < token.i and noun.pos_ in ("NOUN", "PROPN")]
        for noun in sorted(nouns, key=lambda noun: (noun.dep_ not in SUBJECTS, -noun.i)):
            if (party := cast.party(noun)) is not None and party.kind != "place":
                yield party, noun
