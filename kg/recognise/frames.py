"""From a cue to its frame: its slots say who holds it, first come first served; `filled` says what it is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import VERBAL, agents, case_of, coordinated, is_oblique, is_passive, number_of
from kg.analyse.nominative import doer_behind, is_other_number
from kg.analyse.relative import is_relative
from kg.analyse.settled import children, has
from kg.analyse.slots import fillers, subjects
from kg.analyse.words import is_a, is_actor
from kg.find.cues import CueMatch
from kg.recognise.filled import is_part, is_participle, targets_of

ATTRIBUTES = (("amod",), ("amod", "compound"))  # "the Trump lawsuit"
TOGETHER = {"gemeinsam", "zusammen"}
LIKE = {"wie", "neben"}
CARRYING = ("nsubj", "obl", "obj", "obl:arg")
WHENCE = ("von", "aus", "bei")
AMONG = ("in", "innerhalb", "unter")
BY = {"durch", "seitens", "vonseiten"}
DEEDS = ("ung", "ion", "nahme")  # what ends so is mostly something that somebody does


@dataclass(frozen=True)
class Frame:
    """A cue with what fills its slots. `holders` may be empty: then whoever speaks holds it (`owner`), or nobody."""

    match: CueMatch
    holders: tuple[Token, ...]
    holder_slot: str
    targets: tuple[Token, ...]
    target_slot: str


def frames(match: CueMatch) -> Iterator[Frame]:
    """That of the cue, and that of a clause without a verb behind it: »A fordert Zölle, *B eine Quote*«."""
    first = frame(match)
    yield first
    if match.cue.pos == "VERB" and first.holder_slot == "nsubj" and first.target_slot == "obj":
        for noun in children(match.token, "orphan"):
            yield Frame(match, tuple(coordinated(noun)), "nsubj", tuple(children(noun, "orphan")), "obj")


def frame(match: CueMatch) -> Frame:
    holders, holder_slot = holders_of(match)
    targets, target_slot = targets_of(match)
    if holder_slot == "nsubj" and target_slot in ("obj", "+") and (turned := turned_round(match)):
        return Frame(match, (turned,), "nsubj", tuple(holders), "obj")
    if not holders and target_slot == "obj" and (clauses := fronted(match)):
        return Frame(match, tuple(targets), "nsubj", tuple(clauses), "ccomp")
    return Frame(match, tuple(holders), holder_slot, tuple(targets), target_slot)


def turned_round(match: CueMatch) -> Token | None:
    """»Eine Koalition hält Rjabkow für gefährlich«: what »eine« introduces is judged by the name, not the other way."""
    subject, thing = next(children(match.verb, "nsubj"), None), next(children(match.verb, "obj"), None)
    if subject is not None and thing is not None and is_turned_relative(subject, thing, match.verb):
        return thing
    if subject is None or thing is None or thing.pos_ != "PROPN" or subject.pos_ != "NOUN":
        return None
    return thing if any(child.lemma_ in closed(thing).indefinite for child in children(subject, "det")) else None


def is_turned_relative(pronoun: Token, noun: Token, verb: Token) -> bool:
    """»das Tempolimit, *das die Regierung vorschlägt*«: no thing does that to those who act."""
    if (
        verb.dep_ != "acl:relcl"
        or not is_relative(pronoun)
        or pronoun.lower_ not in ("das", "die")
        or verb.lang_ == "en"
    ):
        return False
    thing = verb.head
    acts = noun.pos_ == "PROPN" or is_actor(noun)
    acts = acts and has_number(verb) and (agrees(noun, verb) or is_other_number(thing, verb))
    return acts and thing.pos_ == "NOUN" and not is_actor(thing) and not is_oblique(noun) and noun.i > pronoun.i


def has_number(verb: Token) -> bool:
    """»ablehnt« ends as a singular, with the tagger's word for it or without."""
    return bool(number_of(verb)) or (not has(verb, "aux", "aux:pass") and verb.lower_.endswith(("t", "te")))


def agrees(noun: Token, verb: Token) -> bool:
    """»die Steuer, die *Norwegen* ablehnt«: a name without an article, which the tagger may take for a plural."""
    state = noun.ent_type_ == "LOC" and not has(noun, "det", "conj") and number_of(verb) != "Plur"
    return state or not is_other_number(noun, verb)


def fronted(match: CueMatch) -> list[Token]:
    """»Dass X Y fördere, hat die Regierung bestritten«: the clause is the object, so the noun phrase is the subject."""
    verb = match.token
    if match.cue.pos != "VERB" or "ccomp" not in match.cue.target or is_passive(verb):
        return []
    return [child for child in children(verb, "ccomp", "csubj", "advcl") if child.i < verb.i and child.pos_ == "VERB"][
        :1
    ]


def holders_of(match: CueMatch) -> tuple[list[Token], str]:
    """The first slot that is filled, with all that is joined in it; one that has no place there ends the search."""
    if is_participle(match):
        return agents(match.token)[:1], "nsubj"
    if match.supported:
        return supported_holder(match)
    if made := makers(match):
        return coordinated(made[0]), "von"
    if is_attendant(match.token):
        return coordinated_subjects(match.token.head), "nsubj"
    parts = [child for child in match.token.children if is_part(child, match)] if match.cue.words else []
    for slot in match.cue.holder:
        places = (match.token, *parts)
        every = (filler for place in places for filler in fillers(place, slot))
        if found := [filler for filler in every if not (parts and is_part(filler, match))]:
            return [*coordinated(found[0]), *companions(match, slot)], slot
        if ends_search(match.token, slot):
            return placeless(match.token, slot), slot
    return (astray, "bei") if (astray := met_by(match)) else received(match, parts)


def ends_clause(word: Token) -> bool:
    return word.i + 1 == len(word.doc) or word.nbor().is_punct


def received(match: CueMatch, parts: list[Token]) -> tuple[list[Token], str]:
    """»stieß auf Kritik *der Union*«, »Lob erhielt der Plan *von der Union*«: the noun of the idiom is theirs."""
    if match.cue.pos != "VERB" or not set(match.cue.holder) & {"bei", "von"}:
        return [], ""
    if owner := next((owner for part in parts for owner in fillers(part, "gen")), None):
        return coordinated(owner), "gen"
    opening = any(part.i < match.verb.i for part in parts)
    nouns = [noun for subject in children(match.verb, "nsubj") for noun in children(subject, "nmod") if opening]
    last = [noun for noun in nouns if case_of(noun) == "von" and ends_clause(noun.right_edge)]
    return (coordinated(last[0]), "von") if last else ([], "")


def companions(match: CueMatch, slot: str) -> list[Token]:
    """»Norwegen lehnt *gemeinsam mit Chile* den Plan ab«: who holds it, too."""
    if slot != "nsubj" or match.cue.pos != "VERB" or match.token.lang_ == "en" or "mit" in match.cue.target:
        return []
    return [noun for noun in children(match.verb, "obl") if is_together(noun) or is_likened(noun, match.verb)]


def is_together(noun: Token) -> bool:
    """»*gemeinsam mit Chile*«"""
    if case_of(noun) != "mit" or not noun.left_edge.i:
        return False
    return noun.left_edge.nbor(-1).lower_ in TOGETHER or noun.left_edge.lower_ in TOGETHER


def is_likened(noun: Token, verb: Token) -> bool:
    """»*Wie Chile* lehnt auch Norwegen den Plan ab«, »*neben Chile* lehnt auch …«"""
    if case_of(noun) not in LIKE or noun.i > verb.i or not (noun.pos_ == "PROPN" or is_actor(noun)):
        return False
    places = [(word, word.nbor(-1)) for subject in children(verb, "nsubj") if (word := subject.left_edge).i]
    return any("auch" in (word.lower_, before.lower_) for word, before in places)


def met_by(match: CueMatch) -> list[Token]:
    """»Auf Kritik stieß die Reform des Rechts *bei Merk*«: the parse hangs it on another noun of the clause."""
    if match.cue.pos != "VERB" or "bei" not in match.cue.holder:
        return []
    nouns = [word for child in children(match.verb, *CARRYING) for word in child.subtree if word.dep_ == "nmod"]
    return [word for word in nouns if case_of(word) == "bei" and (word.pos_ == "PROPN" or is_actor(word))][:1]


def makers(match: CueMatch) -> list[Token]:
    """»die Ablehnung des Plans *durch Norwegen*«, »die Kritik kam *von Norwegen*«: whose act the noun tells."""
    noun = match.token
    if match.cue.pos != "NOUN" or match.cue.holder == ("owner",):
        return []
    english = noun.lang_ == "en"
    if comes(noun) and (whence := origin(noun)):
        return whence
    if english:
        return []
    inner = (word for word in noun.subtree if word.dep_ == "nmod" and not is_of_deed(word, noun))
    within = [child for word in (noun, *inner) for child in children(word, "nmod")]
    behind = [child for child in children(noun.head, "obl") if child.left_edge.i == noun.right_edge.i + 1]
    return [child for child in (*within, *behind) if case_of(child) in BY][:1] or raised_from(noun, "nmod")


def raised_from(word: Token, relation: str) -> list[Token]:
    """»Forderungen *aus Teilen der Opposition*«, »*aus den Reihen der Union* wurde Kritik geübt«: who raises it."""
    found = [child for child in children(word, relation) if case_of(child) == "aus"]
    return owners_of_ranks(found) or [child for child in found if child.pos_ == "PROPN" or is_actor(child)][:1]


def owners_of_ranks(nouns: list[Token]) -> list[Token]:
    """»aus den Reihen *der Union*«"""
    return [word for ranks in nouns if is_a(ranks, "ranks") for word in fillers(ranks, "gen")]


def origin(noun: Token) -> list[Token]:
    """»Kritik kam *von Norwegen*«, »*aus der SPD*«, »gab es *bei den Ländern*«, »kam aus den Reihen *der Union*«."""
    if noun.lang_ == "en":
        return fillers(noun.head, "from")
    found = next((found for slot in WHENCE if (found := fillers(noun.head, slot))), [])
    found = found or [ranks for ranks in fillers(noun.head, "auf") if is_a(ranks, "ranks")] or among(noun.head)
    return owners_of_ranks(found) or [
        word for word in found if case_of(word) == "von" or word.pos_ == "PROPN" or is_actor(word)
    ]


def among(verb: Token) -> list[Token]:
    """»*in der Union* wächst die Kritik«, »*in der SPD* gibt es Kritik«: a group, and no place, before the verb."""
    if not (is_a(verb, "spreading") or verb.lemma_ == "geben"):
        return []
    nouns = (noun for noun in children(verb, "obl") if noun.i < verb.i and case_of(noun) in AMONG)
    return [noun for noun in nouns if noun.ent_type_ == "ORG" or (noun.pos_ == "NOUN" and is_actor(noun))][:1]


def is_of_deed(word: Token, noun: Token) -> bool:
    """»das Interesse an der *Veröffentlichung* durch …«, »die Forderung nach *Aufnahme* der Ukraine durch …«."""
    above = takewhile(lambda other: other.i != noun.i, word.ancestors)
    return any(other.lemma_.endswith(DEEDS) for other in (word, *filter(case_of, above)))


def comes(noun: Token) -> bool:
    """»*Kritik* kam von Norwegen«, »*Bedenken* kommen von …«: whatever the parse calls what has no other case there."""
    bare = noun.dep_ in ("obj", "obl", "obl:arg") and not case_of(noun) and not has(noun.head, "nsubj")
    subject = noun.dep_ in ("nsubj", "nsubj:pass")
    spreads = subject and is_a(noun.head, "spreading")
    return ((subject or bare) and is_a(noun.head, "origin")) or spreads or is_there(noun)


def is_there(noun: Token) -> bool:
    """»*Kritik* gab es von Norwegen«"""
    verb = noun.head
    return (
        noun.dep_ in ("obj", "nsubj")
        and verb.lemma_ in ("geben", "hageln")
        and any(word.lower_ == "es" for word in verb.children)
    )


def is_attendant(noun: Token) -> bool:
    """ "marched *in support* of …", "resigned *in protest*": the attitude in which something is done."""
    with_it = noun.lang_ == "en" and noun.pos_ == "NOUN" and noun.dep_ in ("obl", "advcl", "nmod")
    return with_it and noun.head.pos_ in VERBAL and case_of(noun) in closed(noun).in_ and not has(noun, "det")


def coordinated_subjects(verb: Token) -> list[Token]:
    found = subjects(verb)
    return coordinated(found[0]) if found else []


def ends_search(token: Token, slot: str) -> bool:
    return slot in ("self", "speaker", "owner") or (slot == "adj" and has(token, *ATTRIBUTES[token.lang_ == "en"]))


def placeless(token: Token, slot: str) -> list[Token]:
    """`self` is the cue noun (»die Befürworter«), `speaker` its subject; `owner` and `adj` are found elsewhere."""
    if slot == "self":
        return predicated(token) or [token]
    return subjects(token)[:1] if slot == "speaker" else []


def predicated(noun: Token) -> list[Token]:
    """»X ist ein Befürworter«, »X gehört zu den Befürwortern«: who is said to be one."""
    if has(noun, "cop"):
        return subjects(noun)
    return subjects(noun.head) if noun.dep_.startswith("obl") and is_a(noun.head, "membership") else []


def supported_holder(match: CueMatch) -> tuple[list[Token], str]:
    """The subject of the support verb, unless the cue noun is the subject itself (»Kritik kam von …«)."""
    noun, verb = match.token, match.verb
    if noun.lang_ != "en" and comes(noun) and (whence := origin(noun)):
        return coordinated(whence[0]), "nsubj"
    found = subjects(verb)
    if noun.dep_ in ("nsubj", "nsubj:pass") and found[:1] in ([], [noun]):  # the parse may see two subjects
        found = agents(verb) or of_noun(noun, verb)
        if not found and noun.lang_ != "en":
            found = raised_from(verb, "obl") or doer_behind(noun, verb)
    return coordinated(found[0]) if found else [], "nsubj"


def of_noun(noun: Token, verb: Token) -> list[Token]:
    """»Kritik kam von …«, »Ihre Kritik wandte sich gegen …«: who has the noun that is the subject itself."""
    places = [(verb, "von"), (noun, "gen"), (noun, "von"), (noun, "poss"), (verb, "from"), (noun, "by"), (noun, "of")]
    return next((found for place, slot in places if (found := fillers(place, slot))), [])
