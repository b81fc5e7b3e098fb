"""Whether a verb stands in the Konjunktiv: by its form, since taggers learn the mood from treebanks that neglect it."""

from spacy.tokens import Token

from kg.analyse.grammar import auxiliaries
from kg.analyse.morphology import feature
from kg.analyse.settled import children, sent_of

FIRST = {"sei", "seien", "seiest", "habe", "werde", "könne", "müsse", "solle", "wolle", "dürfe", "möge", "wisse"}
SECOND = {
    "wäre", "wären", "hätte", "hätten", "würde", "würden", "könnte", "könnten", "müsste", "müssten", "dürfte",
    "dürften", "gäbe", "gäben", "käme", "kämen", "ginge", "gingen", "stünde", "stünden", "fände", "fänden", "läge",
    "lägen", "ließe", "ließen", "bliebe", "blieben", "bräuchte", "bräuchten", "hielte", "nähme", "nähmen", "täte",
}  # fmt: skip
SPEAKERS = frozenset({"ich", "wir", "du", "ihr"})


def reports(clause: Token) -> bool:
    """Whether the finite verb of a clause stands in the Konjunktiv I, the mood of what others say (»sei«, »gehe«)."""
    return any(is_first(verb, clause) for verb in finite(clause))


def supposes(clause: Token) -> bool:
    """Konjunktiv II: reported where others' words go before it, else a mere condition (»wäre«, »müssten«)."""
    return any(verb.lower_ in SECOND or is_umlauted(verb) for verb in finite(clause))


def is_umlauted(verb: Token) -> bool:
    """»befänden« of »befinden«, »brächten« of »bringen«: past forms that take an umlaut in this mood only."""
    form, lemma = verb.lower_, verb.lemma_.lower()
    return (
        verb.pos_ == "VERB"
        and form.endswith(("e", "en"))
        and has_umlaut(form)
        and not has_umlaut(lemma)
        and form != lemma
    )


def has_umlaut(word: str) -> bool:
    return any(vowel in word for vowel in "äöü")


def is_hearsay(clause: Token) -> bool:
    """»soll … haben«, »sollen … gewesen sein«: the auxiliary of hearsay with a perfect infinitive."""
    helpers = {verb.lower_ for verb in auxiliaries(clause)}
    return not helpers.isdisjoint({"soll", "sollen"}) and not helpers.isdisjoint({"haben", "sein"})


def is_relayed(clause: Token) -> bool:
    """»soll«, »sollen« at all: what somebody wants or says, where others' words go before."""
    helpers = {verb.lower_ for verb in (clause, *auxiliaries(clause))}
    return not helpers.isdisjoint({"soll", "sollen"}) or ("sollten" in helpers and not is_timed(clause))


def is_timed(clause: Token) -> bool:
    """»*Im Juli* sollten die Arbeiten beginnen«: what begins with its time or place tells what was planned."""
    first = sent_of(clause)[0]
    return first.pos_ not in ("DET", "NOUN", "PROPN", "PRON", "ADV") and first.dep_ != "cc"


def finite(clause: Token) -> list[Token]:
    """The words of a clause that can be its finite verb."""
    verbs = [clause, *auxiliaries(clause)]
    return [verb for verb in verbs if verb.pos_ in ("VERB", "AUX") and feature(verb, "VerbForm") not in ("Inf", "Part")]


def is_first(verb: Token, clause: Token) -> bool:
    if any(subject.lower_ in SPEAKERS for subject in children(clause, "nsubj")):
        return False
    return verb.lower_ in FIRST or (verb.pos_ == "VERB" and verb.lower_ in singular_forms(verb))


def singular_forms(verb: Token) -> tuple[str, ...]:
    """»gehen« → »gehe«, »handeln« → »handele«, »handle«; without a particle that stands apart."""
    stem = verb.lemma_
    for particle in children(verb, "compound:prt"):
        stem = stem.removeprefix(particle.lower_)
    if stem.endswith("en"):
        return (stem[:-1],)
    if stem.endswith(("eln", "ern")):
        return (stem[:-1] + "e", stem[:-3] + stem[-2] + "e")
    return ()
