"""Headlines leave out »ist« and »es gibt«: »Minister gegen Steuersenkung«, »Merz: Steuersenkung falsch«."""

from collections.abc import Sequence

import simplemma
from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, is_kein
from kg.analyse.headlines import leave_out
from kg.analyse.mend.for_or_against import POINTING, SIDES
from kg.analyse.mend.rerooted import reroot, top_noun
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has
from kg.analyse.words import is_a, is_actor

ANSWERS = frozenset({"ja", "nein", "absage"})
AROUND = frozenset({"ADV", "ADJ", "PART", "CCONJ"})  # »*auch* Union *klar* gegen …«
NAMED = ("flat:name", "appos")
NO_NAME = frozenset({"ADP", "NUM", "PRON"})
NO_PLAN = frozenset({"NUM", "PRON", "SCONJ", "PUNCT", "CCONJ"})
OWN = ("nmod", "amod", "det")
COMPOUND = 12  # letters
MORE = frozenset({"mehr", "weniger"})


def set_stand(words: Sequence[Token]) -> bool:
    """»*Minister* gegen *Steuersenkung*«: the noun behind the preposition is what the first one is for or against."""
    at = [i for i, word in enumerate(words) if word.lower_ in SIDES]
    if len(at) != 1 or not 0 < at[0] < len(words) - 1:
        return False
    left, case, right = words[: at[0]], words[at[0]], words[at[0] + 1 :]
    holder, plan = top_noun(left), next((word for word in right if word.pos_ in NOUNS), None)
    if holder is None or plan is None or case.head.i != plan.i or not is_side(holder, left):
        return False
    if not is_plan(plan, right) or (case.lower_ == "für" and not is_wanted(plan, holder, left)):
        return False
    reroot(plan, words)
    holder.head, holder.dep_ = plan, "nsubj"
    name = holder.nbor()
    if name.pos_ == "PROPN" and name.head == plan:  # »Grünen-Chefin *Kern* für …«
        name.head, name.dep_ = holder, "appos"
    leave_out(plan)
    return True


def is_side(holder: Token, words: Sequence[Token]) -> bool:
    """Somebody who acts, with nothing else around but »weiter«, »klar«, »auch«."""
    acts = holder.pos_ == "PROPN" or holder.ent_type_ or has(holder, *NAMED) or is_body_or_person(holder)
    if not acts or (is_a(holder, "dedicated") and not is_stressed(holder, words)):
        return False
    inside = {word.i for word in holder.subtree}
    fits = ((word.i in inside and word.pos_ not in NO_NAME) or word.pos_ in AROUND for word in words)
    return all(fits) and not any(map(is_kein, words))


def is_body_or_person(noun: Token) -> bool:
    """Not »*Medikament* gegen Krebs«, »*Argument* gegen Reform«: a neuter with the ending of a person is a thing."""
    person = is_a(noun, "agent") and feature(noun, "Gender") != "Neut"
    return person or is_a(noun, "acting") or is_a(noun, "collective")


def is_plan(plan: Token, words: Sequence[Token]) -> bool:
    """Something that one can want: no other side (»gegen *Rune im Finale*«), no money that one gets something for."""
    if plan.pos_ == "PROPN" or plan.ent_type_:
        return False
    opposed = is_actor(plan) or is_a(plan, "opponent") or is_a(plan, "barter") or is_unknown(plan)
    if (opposed and not has(plan, *OWN)) or any(is_a(noun, "contest") for noun in children(plan, "nmod")):
        return False
    inside = {word.i for word in plan.subtree}
    return all(word.i in inside and word.pos_ not in NO_PLAN for word in words)


def is_unknown(noun: Token) -> bool:
    """»gegen Djokovic«: a word that no lexicon has is a name, whatever the tagger says, if it is no compound."""
    return len(noun) < COMPOUND and "-" not in noun.text and not simplemma.is_known(noun.text, "de")


def is_wanted(plan: Token, holder: Token, left: Sequence[Token]) -> bool:
    """»SPD für höheren Mindestlohn«; a »Minister für Verkehr« is called so, and no »Rat für Migration« wants it."""
    if any(child.pos_ == "DET" and child.lower_ not in MORE for child in plan.children):
        return False
    if any(feature(word, "Degree") == "Cmp" or word.lower_ in MORE for word in plan.subtree):
        return True
    if left[-1].pos_ in AROUND and left[-1].i > holder.i:
        return True
    called = is_a(holder, "charged") and not is_stressed(holder, left)
    return (is_a(plan, "measure") or has(plan, "nmod")) and not called


def is_stressed(holder: Token, words: Sequence[Token]) -> bool:
    """»Minister *klar* für Tempolimit«, »Bündnis *weiter* gegen Umbau«: no name, as a »Minister für Verkehr« has."""
    return "-" in holder.text or (words[-1].pos_ in AROUND and words[-1].i > holder.i)


def set_against(words: Sequence[Token]) -> bool:
    """»Rentenreform: *Opposition dagegen*«"""
    last, holder = words[-1], top_noun(words[:-1])
    if last.lower_ not in POINTING or holder is None or not is_side(holder, words[:-1]):
        return False
    reroot(last, words)
    holder.head, holder.dep_ = last, "nsubj"
    leave_out(last)
    return True


def set_refusal(words: Sequence[Token]) -> bool:
    """»Polen: *Nein* zu Tempolimit«, »Merz: *Kein Grund* für Gespräche«: what »es gibt« is left out of."""
    at = 1 if is_kein(words[0]) else 0
    noun = words[at]
    if noun.pos_ not in NOUNS if at else noun.lower_ not in ANSWERS:
        return False
    if noun.lower_ in ANSWERS:
        noun.pos_, noun.lemma_ = "NOUN", noun.text.capitalize()
    reroot(noun, words)
    case = words[at + 1] if at + 1 < len(words) else noun
    if case.pos_ == "ADP" and case.head.i > case.i:
        case.head.head, case.head.dep_ = noun, "nmod"
    leave_out(noun)
    return True


def set_judgement(words: Sequence[Token]) -> bool:
    """»*Steuersenkung falsch*«, »*Tempolimit ein Fehler*«: the last word says what the first noun is."""
    last = words[-1]
    first = next((word for word in words if word.pos_ in NOUNS), None)
    if first is None or first is last or any(word.pos_ not in ("ADJ", "DET") for word in words[: first.i - words[0].i]):
        return False
    if (last.pos_ == "ADJ" and not is_a(last, "faring")) or (last.pos_ == "NOUN" and is_labelled(last, first)):
        reroot(last, words)
        first.head, first.dep_ = last, "nsubj"
        leave_out(last)
        return True
    return False


def is_labelled(label: Token, thing: Token) -> bool:
    """»Quote *falscher Weg*«, »Quote *ein Fehler*«: a noun phrase in the nominative right behind another."""
    before = label.nbor(-1)
    return before.i > thing.i and before.head.i == label.i and before.dep_ in ("amod", "det")
