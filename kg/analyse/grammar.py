"""What the parse says: case, voice, negation, clauses, coordination, what a pronoun or an infinitive hangs on.

Written against Universal Dependencies v2 (https://universaldependencies.org/u/dep/); reported content is `ccomp`
of the verb of saying, modals are `aux`, a role noun heads the name that follows it (`appos`, `flat:name`).
The closed classes of a language's grammar (negators, pronouns, prepositions) stand in `kg.analyse.closed`, open ones in
`ontologies/words/`.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.analyse.closed import closed
from kg.analyse.closed.german import GERMAN
from kg.analyse.morphology import feature
from kg.analyse.settled import children, hanging, has, sent_of
from kg.analyse.words import is_a

VERBAL = ("VERB", "AUX")
NOUNS = ("NOUN", "PROPN")
LONGEST_SENTENCE = 250  # tokens; what is longer is no sentence, and reading it costs more than its length
CLAUSES = {"ccomp", "xcomp", "csubj", "csubj:pass", "advcl", "acl", "acl:relcl", "parataxis", "ROOT"}
HELPING = ("aux", "aux:pass", "cop")
NEGATED_BY = ("advmod", "cc", "obj", "obl:arg", "iobj", "nsubj")
NAME_PARTS = {"appos", "flat:name", "flat", "compound"}


def preceding(token: Token, back: int) -> Iterator[Span]:
    """The sentence of a token, then up to `back` sentences before it, the nearest first."""
    sent = sent_of(token)
    yield sent
    for _ in range(back):
        if sent.start == 0:
            return
        sent = sent_of(token.doc[sent.start - 1])
        yield sent


def case_of(token: Token) -> str:
    """The preposition of a nominal, as its lemma; '' if it has none."""
    return next((child.lemma_.lower() for child in children(token, "case") if child.i < token.i), "")


def is_passive(verb: Token) -> bool:
    return has(verb, "aux:pass") or (has(verb, "nsubj:pass") and not has(verb, "nsubj", "aux"))


def auxiliaries(verb: Token) -> list[Token]:
    return list(children(verb, *HELPING))


def finite_verb(clause: Token) -> Token | None:
    """Of a verb or predicate and its auxiliaries the one with a tense and a mood."""
    return next((word for word in (clause, *auxiliaries(clause)) if feature(word, "VerbForm") == "Fin"), None)


def number_of(clause: Token) -> str:
    """That of its finite verb; '' if it has none."""
    verb = finite_verb(clause)
    return "" if verb is None else feature(verb, "Number")


def clause_of(token: Token) -> Token:
    """The head of the smallest clause that the token stands in."""
    while token.dep_ not in CLAUSES and not (token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")):
        token = token.head
    return token


def negators(token: Token) -> set[Token]:
    """»nicht«, »kein …«, »weder« that stand with the word, in its own clause."""
    found = {
        child
        for child in (*hanging(token), *no_longer(token))
        if is_negator(child) and child.dep_ in NEGATED_BY and not is_only(child)
    }
    found |= {child for child in children(token, "advmod") if is_little(child)}
    found |= {first for noun in children(token, "nsubj", "nsubj:pass") for first in not_all(noun)}
    dependents = list(children(token, "obj", "nsubj", "nsubj:pass", "obl:arg", "obl"))
    if any(corrects(child) for noun in dependents for child in children(noun, "conj")):
        return set()  # »nicht X, sondern Y«: what is denied is X, and Y holds
    return found | {child for noun in (token, *dependents) for child in hanging(noun) if is_kein(child)}


def no_longer(token: Token) -> Iterator[Token]:
    """The »nicht« of »nicht mehr«, which may hang on what follows: »nicht mehr *völlig*«; »nicht *völlig*«."""
    own = closed(token)
    beside = list(children(token, "advmod", "obl", "obl:arg", "obj", "compound:prt"))
    for degree in (word for word in beside if is_a(word, "wholly")):
        yield from (child for child in children(degree, "advmod") if is_negator(child))
    for word in (*beside, *(child for other in beside for child in children(other, "advmod", "det"))):
        if word.lower_ in own.longer or word.dep_ == "compound:prt":
            yield from (child for child in word.children if is_negator(child))


def is_little(adverb: Token) -> bool:
    """»*wenig* begeistert«; not »ein wenig besorgt«."""
    small = adverb.lower_ in closed(adverb).little and adverb.head.pos_ == "ADJ" and adverb.head.i == adverb.i + 1
    return small and not any(word.lower_ in ("ein", "a") for word in adverb.doc[max(adverb.i - 1, 0) : adverb.i])


def not_all(noun: Token) -> list[Token]:
    """The »nicht« of »*nicht jede* Reform ist notwendig«, »„*Nicht alle* Truppen sollten abziehen“«."""
    if not has(noun, "det"):
        return []
    own, first = closed(noun), noun.left_edge.i
    before = noun.doc[first : min(first + 2, noun.i)]
    return [word for word in before if word.lower_ in own.negators and word.nbor().lower_ in own.every]


def is_negator(token: Token) -> bool:
    own = closed(token)
    return token.lower_ in own.negators or token.lemma_.lower() in own.negators


def is_only(negator: Token) -> bool:
    """»nicht nur«, »nicht allein«: no negation."""
    only = closed(negator).only
    return any(word.lower_ in only for word in negator.doc[negator.i + 1 : negator.i + 2])


def comes_first(noun: Token) -> bool:
    """»*erst nach* einem Waffenstillstand«, "*only after* a ceasefire": but not »erst nach *Stunden*«."""
    own = closed(noun)
    only = any(child.lower_ in own.not_before and child.i < noun.i for child in children(noun, "advmod"))
    return only and case_of(noun) in own.after and not is_a(noun, "period")


def is_kein(token: Token) -> bool:
    own = closed(token)
    if token.lower_ in own.neither:  # »weder X noch Y«
        return True
    return token.lemma_.lower() in own.no and token.pos_ in ("DET", "PRON")


def is_plural(noun: Token) -> bool:
    """By the number that the tagger sees; without one, it is not."""
    return "Number=Plur" in str(noun.morph)  # ten times as quick as to ask for the feature


def coordinated(token: Token) -> list[Token]:
    """The token and what is joined to it: joint holders, joint targets. Of »nicht X, sondern Y« only Y."""
    parts = (token, *children(token, "flat:name"))  # »Renate Kern und …«: the parse may join to the surname
    joint = [token, *(other for part in parts for child in children(part, "conj") for other in coordinated(child))]
    return what_holds(joint)


def what_holds(joint: list[Token]) -> list[Token]:
    """All of what is joined; where »sondern« takes some of it back, the rest."""
    if len(joint) < 2:
        return joint
    return next((joint[place:] for place, other in enumerate(joint) if corrects(other)), joint)


def corrects(token: Token) -> bool:
    """»sondern Y«; not after »nicht nur«, where both hold."""
    own = closed(token)
    but = next((child for child in children(token, "cc") if child.lower_ in own.but), None)
    if but is None:
        return False
    before = reversed(token.doc[sent_of(token).start : but.i])
    denied = next((word for word in before if word.lower_ in own.negators or is_kein(word)), None)
    return own is GERMAN if denied is None else not is_only(denied)  # "but" may only add


def bare_nominals(verb: Token) -> list[Token]:
    """Noun phrases without a preposition below a verb, in text order: one is the subject, whatever the parse says."""
    found = [child for child in verb.children if child.pos_ in ("NOUN", "PROPN") and not case_of(child)]
    return [noun for noun in found if noun.dep_ not in ("conj", "parataxis", "vocative")]


def agents(verb: Token) -> list[Token]:
    """»von X abgelehnt«, »durch X abgelehnt«"""
    marked = list(children(verb, "obl:agent"))
    found = marked or [noun for noun in children(verb, "obl") if case_of(noun) in closed(verb).agents]
    return [next(children(noun, "nmod"), noun) if noun.text == "Seiten" else noun for noun in found]


def is_reflexive(token: Token) -> bool:
    """»sich«; »uns« only where the verb may be of that person."""
    own = closed(token)
    return token.lower_ in own.reflexive or (token.lower_ in own.own_reflexive and feature(token.head, "Person") != "3")


def has_zu(verb: Token) -> bool:
    """»zu verhandeln«, »abzulehnen«: with the *zu* before it or within it."""
    marks = closed(verb).infinitive
    if any(child.lower_ in marks and child.dep_ in ("mark", "advmod", "aux") for child in verb.children):
        return True
    form, lemma = verb.lower_, verb.lemma_
    places = (i for i in range(2, len(form) - 2) if form.startswith("zu", i))
    return verb.pos_ == "VERB" and any(form[:i] + form[i + 2 :] == lemma for i in places)


def is_oblique(noun: Token) -> bool:
    """By the article: »den«, »dem«, »des«, »keinen«, »ihren« are never nominative."""
    articles = (child.lower_ for child in children(noun, "det", "det:poss"))
    oblique = closed(noun).oblique
    return any(word in oblique for word in articles)


def is_accusative(noun: Token) -> bool:
    """»den«, »einen«, »keinen« with a singular."""
    return any(child.lower_ == "den" or child.lower_.endswith("einen") for child in children(noun, "det", "det:poss"))


def is_dative(noun: Token) -> bool:
    """By the article: »dem«, »einem«, and by the case that the tagger sees on article and noun."""
    articles = list(children(noun, "det", "det:poss"))
    if any(article.lower_.endswith("em") for article in articles):
        return True
    return any("Dat" in feature(article, "Case") for article in articles)


def shows_feeling(verb: Token) -> bool:
    """»X *zeigte sich* besorgt«, »X *reagierte* verärgert«"""
    if not is_a(verb, "showing"):
        return False
    return verb.lemma_ == "reagieren" or any(child.lower_ in closed(verb).reflexive for child in verb.children)
