"""The stance algebra: what negation, modals and embedding make of the stance that a cue evokes.

Each step is written down, so that `kg explain` can show how the sentence became the triple.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import VERBAL, auxiliaries, case_of, corrects, has_zu, negators
from kg.analyse.morphology import feature
from kg.analyse.settled import children, sent_of
from kg.analyse.words import is_a
from kg.find.cues import CueMatch
from kg.recognise.conditions import is_condition, names_condition
from kg.vocabulary import Vocabulary

OF_TRUTH = {"denies", "doubts", "warns", "threatens"}  # that something is, or will be: what is below is not turned
OF_WILL = {"supports", "proposes", "demands", "commits"}  # that something be so
OF_WHAT_IS_NOT = "of what shall not be"
IN_CASE_OF = {"bei", "ohne"}
FAVOUR, AGAINST = "favour", "against"


@dataclass(frozen=True)
class Evoked:
    """A stance, and the steps that led to it; `stance` is None when no position is left."""

    stance: str | None
    steps: tuple[str, ...]

    def then(self, stance: str | None, step: str) -> "Evoked":
        return replace(self, stance=stance, steps=(*self.steps, f"{step} → {stance or 'no position'}"))


def evoke(match: CueMatch, vocabulary: Vocabulary, *, negatable: bool = True) -> Evoked:
    """The stance of one cue in its own clause. The one »nicht« of a modal and its verb must count once only."""
    cue = match.cue
    evoked = Evoked(cue.stance, (f"cue {cue.lemma} → {cue.stance}",))
    negated, dropped = negatable and is_negated(match), is_given_up(match)
    if negated and dropped:
        return modal(evoked.then(cue.stance, "not given up"), match, vocabulary)
    if negated:
        evoked = evoked.then(cue.negated or vocabulary.stances[cue.stance].negated, "negated")
    if dropped:
        evoked = evoked.then(given_up(evoked.stance, vocabulary), "given up")
    return modal(evoked, match, vocabulary)


def is_given_up(match: CueMatch) -> bool:
    """»gab seinen *Widerstand* gegen das Abkommen auf«, »zog die *Klage* zurück«, »rückte von der *Forderung* ab«."""
    noun = match.token
    return noun.pos_ == "NOUN" and noun.dep_ in ("obj", "obl", "obl:arg", "nsubj:pass") and is_a(noun.head, "dropping")


def given_up(stance: str | None, vocabulary: Vocabulary) -> str | None:
    """Who drops an objection is open to it; that a demand is dropped is what the verb says."""
    against = stance is not None and vocabulary.stances[stance].polarity == AGAINST
    return vocabulary.stances["opposes"].negated if against else None


def is_negated(match: CueMatch) -> bool:
    """One negation turns; »nicht … kein Grund« and the like turn back, so the count decides."""
    places = {match.token, match.verb}
    if match.token.dep_ in ("aux", "case"):
        places.add(match.token.head)
    words = {word.lower() for word in match.cue.words}
    places |= {child for child in match.token.children if child.lower_ in words}  # »kommt *nicht* infrage«
    found = set[Token]().union(*map(negators, places))
    others = [negator for negator in found if words.isdisjoint((negator.lower_, negator.lemma_.lower()))]
    return len(others) % 2 == 1  # »hält *nichts* von« has its own


def modal(evoked: Evoked, match: CueMatch, vocabulary: Vocabulary) -> Evoked:
    """»soll zustimmen« is somebody else's plan; »könnte zustimmen« leaves it open."""
    if evoked.stance is None or match.token.dep_ == "aux":
        return evoked
    own, lemmas = closed(match.verb), {aux.lemma_ for aux in auxiliaries(match.verb)}
    if match.verb.dep_ == "xcomp" and match.verb.head.lemma_ in own.failing:
        return evoked.then(None, "not done")
    if evoked.stance == "demands" and is_forced(match.verb):
        return evoked.then("commits", "forced")
    if lemmas & own.due and not is_blamed(match):
        return evoked.then(None, "only due")
    if lemmas & own.possible and vocabulary.stances[evoked.stance].polarity == FAVOUR and is_subjunctive(match.verb):
        return evoked.then("open-to", "only possible")
    plain = evoked.stance == match.cue.stance and vocabulary.stances[evoked.stance].polarity == AGAINST
    return evoked.then(None, "only possible") if plain and is_ability(match.verb) else evoked


def is_forced(verb: Token) -> bool:
    """»sieht sich *gezwungen*, … zu …«: who is forced does it, and asks nobody for it."""
    return verb.dep_ == "xcomp" and is_a(verb.head, "feeling") and not has_zu(verb)


def is_blamed(match: CueMatch) -> bool:
    """»soll laut Kern Akten *vernichtet haben*«: no plan, but a deed that whoever tells it blames on somebody."""
    verb, blames = match.verb, match.cue.stance == "accuses" and match.cue.holder == ("owner",)
    return blames and any(aux.i > verb.i and aux.lower_ in ("haben", "sein") for aux in auxiliaries(verb))


def is_ability(verb: Token) -> bool:
    """»kann das Gesetz verhindern«, »könnte ablehnen«; not »konnte es verhindern«, »ich kann davor *nur* warnen«."""
    own = closed(verb)
    able = any(aux.lower_.startswith(own.able) for aux in auxiliaries(verb))
    return able and not any(child.lower_ in own.we | own.only for child in verb.children)


def is_subjunctive(verb: Token) -> bool:
    return any(aux.lower_.startswith(closed(verb).subjunctive) for aux in auxiliaries(verb))


def about_what_is_not(evoked: Evoked, clauses: Iterable[Token]) -> Evoked:
    """»fordert, keine Waffen zu liefern« opposes that weapons are delivered, as »Waffen dürfen nicht« does.

    Not »…, keine Waffen zu liefern *und zu verhandeln*«: of clauses that are joined all must be denied.
    """
    denied = [is_denied(clause) for clause in clauses]
    wanted = evoked.stance in OF_WILL and any(denied) and all(denied)
    return evoked.then("opposes", OF_WHAT_IS_NOT) if wanted else evoked


def is_denied(clause: Token) -> bool:
    """»nicht zu erhöhen«, but not »nicht zu erhöhen, *sondern zu senken*«, wherever the parse hangs that."""
    return len(negators(clause)) % 2 == 1 and not any(map(corrects, clause.children))


def compose(outer: Evoked, inner: Evoked, vocabulary: Vocabulary) -> Evoked:
    """A position about taking a position, of the same holder: »weigert sich, den Plan zu unterstützen« is opposes."""
    if outer.stance is None or inner.stance is None:
        return replace(inner, stance=None, steps=outer.steps + inner.steps)
    if outer.stance in OF_TRUTH:
        return Evoked(outer.stance, (*outer.steps, *inner.steps, f"embedded → {outer.stance}"))
    above, below = (vocabulary.stances[stance].polarity for stance in (outer.stance, inner.stance))
    if above == AGAINST:
        stance = "opposes" if below == FAVOUR else "open-to"
    else:
        stance = outer.stance if below == FAVOUR and outer.stance != "states" else inner.stance
    return Evoked(stance, (*outer.steps, *inner.steps, f"embedded → {stance}"))


def is_question(token: Token) -> bool:
    """A question is nobody's position (guideline, hard cases)."""
    return any(other.text == "?" for other in sent_of(token)[-2:])


def is_aside(modal: Token) -> bool:
    """»Straßen, die genutzt werden sollen«, »ich muss arbeiten«: a duty that the speaker tells and does not ask for."""
    if modal.dep_ != "aux":
        return False
    own = any(child.lower_ in ("ich", "i") for child in children(modal.head, "nsubj"))
    past = feature(modal, "Tense") == "Past" and modal.lower_.startswith(closed(modal).due_past)
    return own or past or had_to(modal) or is_endured(modal) or modal.head.dep_ in ("acl:relcl", "acl", "advcl")


def had_to(modal: Token) -> bool:
    """»die Maschine *habe* landen *müssen*«: what was done; but »man *hätte* handeln müssen« blames."""
    having = closed(modal).having
    return modal.lower_ == "müssen" and any(helper.lower_ in having for helper in children(modal.head, "aux"))


def is_endured(modal: Token) -> bool:
    """»müssen Verluste *ertragen*«, »muss mit Regen *gerechnet* werden«; »*bei* einem Erfolg müsste sie gehen«."""
    return is_a(modal.head, "enduring") or is_consequence(modal)


def is_consequence(modal: Token) -> bool:
    """»*sonst* müsse das Werk schließen«; »*im Falle* eines Abbruchs«, »*wenn* das Gesetz scheitert, müsste …«."""
    front = [word for word in children(modal.head, "advmod", "obl", "advcl") if word.i < modal.i]
    if any(word.lower_ in closed(word).otherwise for word in front):
        return True
    return modal.lower_.startswith(closed(modal).would_be_due) and any(map(is_given, front))


def is_given(word: Token) -> bool:
    """»bei einem Erfolg«, »im Falle eines Abbruchs«, »dann«, »wenn …«, »sollte das Gesetz scheitern, …«."""
    if word.dep_ == "advcl":
        return is_condition(word)
    return case_of(word) in IN_CASE_OF or names_condition(word) or word.lower_ == "dann"


def is_purpose(token: Token) -> bool:
    """»um den Klimawandel zu bekämpfen«, "to fight climate change"."""
    if token.lang_ == "en":
        return token.dep_ == "advcl" and has_zu(token)
    return any(mark.lower_ in closed(token).purpose for mark in children(token, "mark")) and token.dep_ in (
        "advcl",
        "acl",
        "xcomp",
    )


def is_hypothetical(token: Token) -> bool:
    """»wenn«, »falls«, »ob« clauses say what may be, not what is; so does all that stands in them."""
    clauses = (token, *token.ancestors)
    marks = (mark for clause in clauses for mark in children(clause, "mark") if not is_before_verb(mark))
    first = next((word for word in token.subtree if not word.is_punct), token)
    opened = first.lower_ in closed(token).hypothetical and first.head.dep_ != "advcl"  # no clause before its own
    return (opened and not is_before_verb(first)) or any(mark.lower_ in closed(token).hypothetical for mark in marks)


def is_before_verb(first: Token) -> bool:
    """»*Damit* lehnt Norwegen …« is an adverb: behind a conjunction the verb comes last."""
    verb = first.nbor() if first.i + 1 < len(first.doc) else first
    return first.lang_ != "en" and verb.pos_ in VERBAL and feature(verb, "VerbForm") in ("", "Fin")
