"""Frames read again with who is who in mind: where the forms leave open who does it, whoever can act does."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import NOUNS, VERBAL, case_of, coordinated, is_passive, is_plural
from kg.analyse.morphology import feature
from kg.analyse.nominative import is_deed, is_object, is_other_number
from kg.analyse.settled import children
from kg.analyse.words import is_a
from kg.link.cast import Cast
from kg.link.coreference import is_pronoun
from kg.recognise.frames import Frame

OBJECTS = ("obj", "+")
NAMES = ("NOUN", "PROPN", "PRON")


def reread(frame: Frame, cast: Cast) -> Frame:
    """The frame, unless holder and target have changed places in the parse, or the agent stands in the target."""
    verb, cue = frame.match.verb, frame.match.cue
    if verb.lang_ == "en" or verb.pos_ not in VERBAL or cue.pos not in ("VERB", "ADJ", "AUX"):
        return frame
    if cue.pos == "AUX":
        return of_modal(frame, cast)
    if not frame.holders and is_passive(verb):
        agent = next(agents_within(verb, cast), None)
        return frame if agent is None else replace(frame, holders=tuple(coordinated(agent)), holder_slot="nsubj")
    if len(frame.targets) == 1 and is_exchanged(frame, cast):
        return replace(frame, holders=tuple(coordinated(frame.targets[0])), targets=frame.holders[:1])
    return frame


def of_modal(frame: Frame, cast: Cast) -> Frame:
    """»Eine Senkung wollte *die Ministerin* nicht ausschließen«: the subject of a modal is that of its verb."""
    verb = frame.match.token.head
    thing = next(children(verb, "obj"), None)
    modal = frame.match.token.dep_ == "aux" and frame.target_slot == "head" and frame.holder_slot == "nsubj"
    if thing is None or not modal or len(frame.holders) != 1 or not is_deed(frame.holders[0]):
        return frame
    if not is_turned(frame.holders[0], thing, verb, cast):
        return frame
    return replace(frame, holders=tuple(coordinated(thing)))


def agents_within(verb: Token, cast: Cast) -> Iterator[Token]:
    """»wurde die Reform der Wahlen *von Norwegen* abgelehnt«, where the parse hangs the agent on a noun before it."""
    subject = next(children(verb, "nsubj:pass", "nsubj"), verb)
    behind = (phrase for phrase in children(verb, "obl") if phrase.left_edge.i == subject.right_edge.i + 1)
    for noun in (word for phrase in (subject, *behind) if phrase.i < verb.i for word in phrase.subtree):
        if noun.dep_ != "nmod" or case_of(noun) not in closed(noun).agents or is_a(noun.head, "agent"):
            continue
        between = noun.doc[noun.right_edge.i + 1 : verb.i]
        if all(word.head == verb and word.pos_ not in NAMES for word in between) and cast.party(noun) is not None:
            yield noun


def is_exchanged(frame: Frame, cast: Cast) -> bool:
    """»Die Reform lehnt *Norwegen* ab«, »die Reform, die *die Türkei* ablehnt«: no form tells subject from object."""
    if frame.holder_slot != "nsubj" or frame.target_slot not in OBJECTS or len(frame.holders) != 1:
        return False
    return is_turned(frame.holders[0], frame.targets[0], frame.match.verb, cast)


def is_turned(subject: Token, thing: Token, verb: Token, cast: Cast) -> bool:
    """Whether what the parse calls the object of a verb is its subject."""
    nouns = thing.pos_ in NOUNS and subject.pos_ in NOUNS
    if not nouns or subject.i > thing.i or is_pronoun(subject) or is_passive(verb) or verb.dep_ == "amod":
        return False
    if is_object(thing) or has_subject_form(subject, verb):
        return False
    if is_a(thing, "casualty") or cast.party(thing) is None or cast.party(subject) is not None:
        return False
    if is_deed(subject):
        return True
    if any(child.lemma_ in closed(thing).indefinite for child in children(thing, "det")):
        return False
    disagrees = is_other_number(subject, verb) and not is_other_number(thing, verb)
    return disagrees or cast.party(subject, acts=True) is None


def has_subject_form(noun: Token, verb: Token) -> bool:
    """»der Plan« as the subject itself: no object has that form; of an antecedent the form says nothing."""
    if noun.head.i != verb.i or is_plural(noun):
        return False
    masculine = feature(noun, "Gender") != "Fem"
    return masculine and any(child.lower_ in ("der", "ein") for child in children(noun, "det"))
