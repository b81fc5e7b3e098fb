"""From a cue to its holder and target: the frame looks into its slots, first come first served."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.analyse.grammar import agents, case_of, children, clause_of, coordinated, fillers, objects, subjects
from kg.find.cues import CueMatch
from kg.recognise.targets import SUMMING

FRAMING = ("laut", "nach", "gemäß", "auf")  # »auf Drängen Ungarns …«: the clause is what the noun is about
CLAUSAL = {"ccomp", "xcomp", "head", "question"}


@dataclass(frozen=True)
class Frame:
    """A cue with what fills its slots. `holders` may be empty: then whoever speaks holds it (`owner`), or nobody."""

    match: CueMatch
    holders: tuple[Token, ...]
    holder_slot: str
    targets: tuple[Token, ...]
    target_slot: str


def frame(match: CueMatch) -> Frame:
    holders, holder_slot = holders_of(match)
    targets, target_slot = targets_of(match)
    return Frame(match, tuple(holders), holder_slot, tuple(targets), target_slot)


def holders_of(match: CueMatch) -> tuple[list[Token], str]:
    if is_participle(match):
        return agents(match.token)[:1], "nsubj"
    if match.supported:
        return supported_holder(match)
    for slot in match.cue.holder:
        if found := fillers(match.token, slot):
            return [other for token in found[:1] for other in coordinated(token)], slot
        if slot == "self":
            return [match.token], slot
        if slot == "speaker":
            return subjects(match.token)[:1], slot
        if slot == "owner" or (slot == "adj" and list(children(match.token, "amod"))):
            return [], slot
    return [], ""


def supported_holder(match: CueMatch) -> tuple[list[Token], str]:
    """The subject of the support verb, unless the cue noun is the subject itself (»Kritik kam von …«)."""
    noun, verb = match.token, match.verb
    if noun.dep_ in ("nsubj", "nsubj:pass"):
        found = agents(verb) or fillers(verb, "von") or fillers(noun, "gen") or fillers(noun, "von")
    else:
        found = subjects(verb)
    return [other for token in found[:1] for other in coordinated(token)], "nsubj"


def is_participle(match: CueMatch) -> bool:
    """»die von X geforderten Reformen«"""
    return match.cue.pos == "VERB" and match.token.pos_ == "ADJ"


def targets_of(match: CueMatch) -> tuple[list[Token], str]:
    if is_participle(match):
        return [match.token.head], "obj"
    places = (match.token, match.verb) if match.supported else (match.token,)
    joined: list[Token] = []
    for slot in match.cue.target:
        for place in places:
            found = [token for token in fillers(place, slot) if token.i not in (match.token.i, match.verb.i)]
            if slot == "head":
                found = fillers(match.token, slot)
            if not found:
                continue
            if not match.cue.join:
                return found[:1], slot
            joined += [token for token in found[:1] if token not in joined]
            break
    if not joined and match.token.pos_ == "NOUN" and case_of(match.token) in FRAMING:
        return [clause_of(match.token)], "head"
    if not joined and (noun := next((c for c in match.token.children if c.pos_ == "NOUN" and is_word(c, match)), None)):
        return [noun], "obj"
    if not joined and match.token.pos_ == "NOUN" and match.token.lemma_ != match.cue.lemma:
        return [match.token], "compound"
    return joined, "+" if joined else ""


def is_word(noun: Token, match: CueMatch) -> bool:
    """A noun that belongs to the cue: »die *Vorwürfe* zurückweisen«."""
    return noun.lemma_ in match.cue.words and noun.lemma_.lower() in SUMMING


def is_object_cue(match: CueMatch) -> bool:
    """»lehnt die Forderung ab«: the cue noun is what another verb acts on."""
    return match.token in objects(match.token.head)
