"""What a cue is about: the first of the slots of its frame that is filled, with what belongs to it."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import NOUNS, VERBAL, case_of, has_zu, is_passive
from kg.analyse.papers import author
from kg.analyse.prepositions import judged_for
from kg.analyse.settled import children, has
from kg.analyse.slots import controllers, fillers, subjects
from kg.analyse.words import is_a, is_actor
from kg.find.cues import CueMatch
from kg.recognise.unfilled import other_target

OBJECTS = ("obj", "obl:arg", "nsubj:pass", "iobj")
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
JUDGEMENTS = ("supports", "opposes", "accuses")
WHAT_FOR = ("für", "wegen")


def targets_of(match: CueMatch) -> tuple[list[Token], str]:
    if is_participle(match):
        return [match.token.head], "obj"
    filled = list(slot_targets(match))
    if not filled:
        return other_target(match)
    if not match.cue.join:
        first, slot = filled[0]
        return [
            *shared(match, slot),
            *asked(match, first, slot),
            *judged(match, first, slot),
            *to_be_done(match, first, slot),
        ], slot
    return list(dict.fromkeys(target for target, _ in filled)), "+"


def shared(match: CueMatch, slot: str) -> list[Token]:
    """»*Angriffe* sind falsch und müssen enden«: the subject that a duty has from the clause before it."""
    verb = match.token.head
    if slot != "head" or match.cue.holder != ("owner",) or verb.dep_ != "conj" or has(verb, *SUBJECTS):
        return []
    return [noun for noun in subjects(verb)[:1] if noun.pos_ in NOUNS]


def asked(match: CueMatch, target: Token, slot: str) -> list[Token]:
    """»forderte *Kiew* auf, … zu …«: who shall do it belongs to what is asked for."""
    if slot != "xcomp" or match.token.pos_ != "VERB" or target.head.i != match.token.i:
        return []
    return [noun for noun in controllers(target) if noun.pos_ in NOUNS and noun.dep_ in OBJECTS]


def judged(match: CueMatch, target: Token, slot: str) -> list[Token]:
    """»lobte *Merk* am Montag *für den Plan*«, »… *dafür*, dass …«: who is judged, and what for; »ihn« gives way."""
    verb, pronoun = match.token, target.lower_ in closed(target).personal
    if slot != "obj" or verb.pos_ != "VERB" or verb.lang_ == "en" or match.cue.stance not in JUDGEMENTS:
        return [target]
    if not (pronoun or target.pos_ == "PROPN" or is_actor(target)):
        return [target]
    reasons = [clause] if (clause := judged_for(verb)) is not None else nouns_for(verb, target)
    return reasons[:1] if pronoun and reasons else [target, *reasons[:1]]


def nouns_for(verb: Token, target: Token) -> list[Token]:
    """»*für den Plan*«; not right behind a noun, which takes the phrase up by itself."""
    near = -1 if target.pos_ == "PRON" else target.right_edge.i + 1
    return [noun for noun in children(verb, "obl") if case_of(noun) in WHAT_FOR and noun.left_edge.i != near]


def to_be_done(match: CueMatch, target: Token, slot: str) -> list[Token]:
    """ "called for the bill *to be dropped*": what shall happen to it."""
    if slot != "for" or match.token.lang_ != "en":
        return []
    clauses = children(match.token, "xcomp", "advcl", "ccomp")
    return [clause for clause in clauses if has_zu(clause) and clause.left_edge.i == target.right_edge.i + 1][:1]


def slot_targets(match: CueMatch) -> Iterator[tuple[Token, str]]:
    """The first word in each slot that is filled, at the cue or else at the verb that carries it."""
    for slot in match.cue.target:
        places = (match.token, match.verb) if slot != "head" and not is_holders(slot, match) else (match.token,)
        if slot == "nsubj" and match.supported and not has(match.token, "nsubj") and match.verb.pos_ in VERBAL:
            continue  # "considered it wrong": the subject that it shares with the verb judges
        found = (paper_of(token, slot) for place in dict.fromkeys(places) for token in fillers(place, slot))
        fitting = (token for token in found if is_other(token, match, slot) and not is_end(token, match))
        if target := next(fitting, None):
            yield target, slot


def paper_of(owner: Token, slot: str) -> Token:
    """»*Der Vorschlag* der Kommission ist falsch«: judged is the paper, and not those whose it is."""
    paper = owner.head
    if slot != "nsubj" or not owner.dep_.startswith("nmod") or not is_a(paper, "document"):
        return owner
    return paper if author(paper) == owner else owner


def is_end(infinitive: Token, match: CueMatch) -> bool:
    """ "A truce is *essential* to end it": what for. English judges the infinitive only where "it" is the subject."""
    token = match.token
    if token.lang_ != "en" or "owner" not in match.cue.holder or not has_zu(infinitive):
        return False
    judges = token.pos_ == "ADJ" or is_passive(token)
    judged = children(token, "nsubj", "nsubj:pass", "csubj")
    return judges and any(each.pos_ in (*NOUNS, "VERB") and not has_zu(each) for each in judged)


def is_holders(slot: str, match: CueMatch) -> bool:
    """The subject of the verb that carries a noun is who holds it: »Norwegen übt Kritik«."""
    return slot == "nsubj" and match.supported


def is_other(token: Token, match: CueMatch, slot: str) -> bool:
    """No cue is its own target, nor a subject within it; the noun below a preposition may carry it (`head`)."""
    own = token.i in (match.token.i, match.verb.i) or (slot == "nsubj" and is_part(token, match))
    return slot == "head" or not own


def is_participle(match: CueMatch) -> bool:
    """»die von X geforderten Reformen«"""
    return match.cue.pos == "VERB" and match.token.dep_ == "amod"


def is_part(token: Token, match: CueMatch) -> bool:
    """»*Anklang* fand der Entwurf«: a word that makes up the cue together with the verb."""
    return token.i != match.token.i and (token.lemma_ in match.cue.words or token.text in match.cue.words)
