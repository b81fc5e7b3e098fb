"""What a text tells of somebody as a plain fact: a career, what is for sale, a private errand; no position."""

import re

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import auxiliaries, is_passive
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has
from kg.analyse.words import is_a
from kg.recognise.candidate import Candidate

AGED = re.compile(r"\d-?jährige[rn]?$")
YEAR = re.compile(r"1\d{3}|20\d\d")
WHEN = ("obl", "obj", "nmod", "advmod", "nummod", "appos", "flat:name", "flat")
CLAUSES = ("acl", "xcomp", "ccomp")  # »bot die Möglichkeit an, *neu zu verhandeln*«
NAMES = ("flat:name", "flat", "appos")
WANTING = {"wollen", "sollen", "möchten", "müssen"}
TELLING = {"narrated", "indirect"}


def is_career(candidate: Candidate) -> bool:
    """»*1994* trat sie von dem Amt zurück«: news of the day has no year; »will 2031 zurücktreten« is no past."""
    verb = candidate.frame.match.verb
    if verb.lang_ == "en" or not is_a(candidate.token, "career"):
        return False
    helpers = {aux.lemma_ for aux in auxiliaries(verb)}
    past = helpers <= {"haben", "sein"} and (bool(helpers) or feature(verb, "Tense") == "Past")
    near = [word for child in children(verb, *WHEN) for word in (child, *children(child, *WHEN))]
    return past and any(YEAR.fullmatch(word.text) for word in near)


def is_for_sale(candidate: Candidate) -> bool:
    """»bietet einen *Liveticker* an«, »stellt *Vordrucke* zur Verfügung«: goods and services, no offer to anybody."""
    verb = candidate.frame.match.verb
    given = candidate.evoked.stance in ("proposes", "commits") and verb.pos_ == "VERB" and is_a(verb, "providing")
    things = candidate.frame.targets[:1]
    return given and any(is_a(thing, "goods") and not has(thing, *CLAUSES) for thing in things)


def is_private(candidate: Candidate) -> bool:
    """»Die *54-Jährige* wollte einkaufen«, »der *Täter* plante die Tat«: what a nobody is about to do."""
    noun = candidate.holder_noun
    told = candidate.mode in TELLING and candidate.evoked.stance == "commits"
    if noun is None or noun.lang_ == "en" or not told or has(noun, *NAMES):
        return False
    group = candidate.holder is not None and candidate.holder.kind == "group"
    return (group and is_a(noun, "private")) or (noun.pos_ == "NOUN" and is_aged(noun))


def is_aged(noun: Token) -> bool:
    """»*eine 41-jährige* Anwältin«, but not »der 41-jährige Minister«, whom the text has named."""
    aged = any(AGED.search(child.lower_) for child in children(noun, "amod"))
    return aged and any(child.lemma_ in closed(noun).indefinite for child in children(noun, "det"))


def is_observer(candidate: Candidate) -> bool:
    """»*Beobachter* halten … für unwahrscheinlich«: nobody in particular; »die Beobachter *der OSZE*« are somebody."""
    noun = candidate.holder_noun
    if noun is None or not is_a(noun, "observing") or "-" in noun.text:
        return False
    return not has(noun, "nmod", "amod", "det", *NAMES)


def is_allowed(candidate: Candidate) -> bool:
    """»*darf* nicht mehr *kandidieren*«, »*durfte* nicht abstimmen«: what others let one do; »dürfte« guesses."""
    cue, verb = candidate.frame.match.cue, candidate.frame.match.verb
    own = candidate.frame.holder_slot == "nsubj" and cue.pos == "VERB" and not candidate.speaks
    return own and any(aux.lemma_ == "dürfen" and not aux.lower_.startswith("dürfte") for aux in auxiliaries(verb))


def is_averted(candidate: Candidate) -> bool:
    """»verhinderte *Ausschreitungen*«, »konnte einen *Rückstand* abwenden«: what luck or duty did."""
    wants = any(aux.lemma_ in WANTING for aux in auxiliaries(candidate.frame.match.verb))
    averted = is_a(candidate.token, "averting") and candidate.mode in TELLING and not wants
    return averted and any(is_a(target, "harm") for target in candidate.frame.targets[:1])


def is_itself(candidate: Candidate) -> bool:
    """»der *Kritiker Hans Kranz*«: a description of somebody, and of nothing that he is against."""
    return candidate.holder is not None and candidate.holder.name == candidate.target


def is_law(candidate: Candidate) -> bool:
    """»das *Wahlrecht* erlaubt keine Kandidatur«: a law rules, it holds nothing."""
    noun = candidate.holder_noun
    return noun is not None and is_a(noun, "law") and not has(noun, *NAMES)


def is_unnamed(candidate: Candidate) -> bool:
    """»der *ungenannt* bleiben wollte«, "asked not *to be named*": how a source is told of."""
    return any(
        is_a(target, "anonymity")
        or any(is_a(child, "anonymity") for child in children(target, "xcomp", "advmod"))
        or is_to_be_named(target)
        for target in candidate.frame.targets[:1]
    )


def is_to_be_named(clause: Token) -> bool:
    """Not "demanded that *the victims be named*", which have a subject of their own."""
    return is_a(clause, "identifying") and is_passive(clause) and not has(clause, "nsubj", "nsubj:pass")
