"""By whom something is done in a German passive, where the parse hangs it on a noun or loses the second."""

from itertools import takewhile

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import agents, case_of, is_passive
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a, is_actor

BETWEEN = {"ADV", "ADJ", "PART"}  # »von Portugal *scharf* kritisiert«
ADDING = {"auch", "sowie", "und"}
DEEDS = ("ung", "ion", "nahme")
LOOSE = ("nmod", "obl")
WHERE = ("in", "auf", "an")


def set_agents(verb: Token) -> None:
    """The agents of a passive: one that hangs on another noun, and those that are joined to it."""
    if verb.pos_ not in ("VERB", "ADJ") or not verb.n_lefts or not is_passive(verb):
        return
    if not agents(verb) and (noun := before_participle(verb)) is not None:
        noun.head, noun.dep_ = verb, "obl:agent"
    for first in agents(verb)[:1]:
        for other in children(verb, "obl", "obl:agent"):
            if other.i > first.i and case_like(other, first) and is_added(other):
                set_joint(other, first)


def before_participle(verb: Token) -> Token | None:
    """»wurde die Steuer *von Portugal* abgelehnt«: what stands right before the participle says by whom."""
    before = verb.doc[sent_of(verb).start : verb.i]
    adverbs = list(takewhile(lambda token: token.pos_ in BETWEEN and token.head == verb, reversed(list(before))))
    end = before_relative(verb.doc[max(verb.i - len(adverbs) - 1, sent_of(verb).start)])
    if end < sent_of(verb).start:
        return None
    noun = verb.doc[end]
    for above in (noun, *takewhile(lambda word: word.i < verb.i, noun.ancestors)):
        if above.dep_ in LOOSE and without_relative(above) == end and is_agent(above):
            return above if behind_finite(above, verb) else None
    return None


def before_relative(word: Token) -> int:
    """»von Portugal, *das gerade gewählt hat,* abgelehnt«: the place before such a clause that ends with the word."""
    if word.text != ",":
        return word.i
    above = (word.head, *word.head.ancestors)
    clause = next((verb for verb in above if verb.dep_ == "acl:relcl" and verb.left_edge.text == ","), word)
    return clause.left_edge.i - 1 if clause.right_edge.i == word.i else word.i


def without_relative(noun: Token) -> int:
    """Where a noun phrase ends, its own relative clause left out."""
    clause = next((child for child in children(noun, "acl:relcl") if child.right_edge == noun.right_edge), None)
    return noun.right_edge.i if clause is None else before_relative(clause.right_edge)


def is_agent(noun: Token) -> bool:
    """»von Portugal« of a thing; »der Sprecher von Amnesty« is somebody himself, »die Nötigung von Zeugen« theirs."""
    done_to = noun.head.lemma_.endswith(DEEDS) and noun.left_edge.i == noun.head.i + 1
    marked = case_of(noun) in closed(noun).agents and noun.head.pos_ == "NOUN" and not (done_to or is_framed(noun))
    above = [noun, *takewhile(lambda word: word.pos_ == "NOUN", noun.ancestors)]
    somebody = is_actor(above[-1]) and case_of(above[-1]) not in WHERE  # »in der Hauptstadt von Merk abgelehnt«
    return marked and (noun.pos_ == "PROPN" or is_actor(noun)) and not somebody


def is_framed(noun: Token) -> bool:
    """»*nach Angaben* von Merk«: whose words they are."""
    before = noun.head
    if is_a(before, "media-report"):  # »laut *Medienberichten* von Ghana abgelehnt«
        return False
    return noun.left_edge.i == before.i + 1 and case_of(before) in closed(noun).framing and not has(before, "det")


def behind_finite(noun: Token, verb: Token) -> bool:
    """Whether »wurde« stands somewhere before it: in the front field it may go with the noun."""
    return any(aux.i < noun.left_edge.i for aux in children(verb, "aux:pass", "aux"))


def case_like(other: Token, first: Token) -> bool:
    return case_of(other) == case_of(first)


def is_added(noun: Token) -> bool:
    """»…, aber *auch von* Norwegen«, »als *auch von* Norwegen«"""
    start = min((mark.i for mark in children(noun, "case") if mark.lemma_.lower() in closed(noun).agents), default=0)
    return start > 0 and noun.doc[start - 1].lower_ in ADDING


def set_joint(noun: Token, first: Token) -> None:
    noun.head, noun.dep_ = first, "conj"
    for mark in children(noun, "case"):
        if mark.pos_ == "CCONJ":
            mark.dep_ = "cc"
