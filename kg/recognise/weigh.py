"""How sure a position is: a logistic model over what the rules saw, fitted on annotated articles.

`weights-<language>.json` is written by `python -m kg.recognise.fit`; the rule that made a candidate is one of its
features.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from math import exp
from pathlib import Path

from spacy.tokens import Token

from kg.analyse.grammar import auxiliaries, clause_of
from kg.analyse.morphology import feature
from kg.analyse.settled import sent_of
from kg.analyse.words import is_actor
from kg.recognise.candidate import Candidate

HERE = Path(__file__).parent
BIAS = "bias"
MANY = 3  # names; more make no difference


def weigh(candidate: Candidate) -> float:
    """The probability, from 0 to 1, that holder, stance and target are all right."""
    weights = load_weights(candidate.token.lang_)
    total = weights[BIAS] + sum(weights.get(feature, 0.0) for feature in set(features(candidate)))
    return 1 / (1 + exp(-total))


def weights_of(language: str) -> Path:
    return HERE / f"weights-{language}.json"


@lru_cache(maxsize=4)
def load_weights(language: str) -> dict[str, float]:
    """The weights of a language; before they are fitted, every position is as likely right as wrong."""
    path = weights_of(language or "de")
    if not path.exists():
        return {BIAS: 0.0}
    found: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return found


def features(candidate: Candidate) -> Iterator[str]:
    """What is known of a candidate, as names of binary features."""
    frame, cue = candidate.frame, candidate.frame.match.cue
    yield f"cue {cue.lemma} {cue.pos}"
    yield f"stance {candidate.evoked.stance}"
    yield f"evoked {cue.pos} {cue.stance}"
    yield f"holder slot {frame.holder_slot}"
    yield f"target slot {frame.target_slot}"
    yield f"{cue.pos} {frame.holder_slot} {frame.target_slot}"
    yield f"steps {min(len(candidate.evoked.steps), 4)}"
    yield f"mode {candidate.mode}"
    yield f"owners {min(len(candidate.owners), 2)}"
    yield f"supported {frame.match.supported}"
    yield from clause_features(candidate)
    yield from holder_features(candidate)
    yield from target_features(candidate)


def clause_features(candidate: Candidate) -> Iterator[str]:
    verb, sent = candidate.frame.match.verb, sent_of(candidate.token)
    yield f"clause {clause_of(verb).dep_}"
    yield f"auxiliaries {' '.join(sorted({aux.lemma_ for aux in auxiliaries(verb)}))}"
    yield f"negated {any('negated' in step for step in candidate.evoked.steps)}"
    yield f"tense {feature(verb, 'Tense')}"
    names = sum(token.ent_iob_ == "B" for token in sent)  # `sent.ents` would build those of the whole text
    yield f"names in sentence {min(names, MANY)}"
    yield f"sentence words {min(len(sent), 50) // 10}"


def holder_features(candidate: Candidate) -> Iterator[str]:
    holder, noun = candidate.holder, candidate.holder_noun
    if holder is not None:
        yield f"holder {holder.kind}"
        yield f"holder known {holder.iri is not None}"
        yield f"holder capital {holder.name[:1].isupper()}"
    if noun is not None:
        yield f"holder word {noun.pos_}"
        yield f"holder relation {noun.dep_}"
        yield f"holder kind {holder_kind(noun)}"
        yield f"holder before cue {noun.i < candidate.token.i}"
        yield f"holder in sentence {sent_of(noun).start == sent_of(candidate.token).start}"


def holder_kind(noun: Token) -> str:
    """A name, a role or group that can hold positions, a thing."""
    if noun.ent_type_ or noun.pos_ == "PROPN":
        return "name"
    return "group" if is_actor(noun) else noun.pos_


def target_features(candidate: Candidate) -> Iterator[str]:
    target = candidate.target
    yield f"target words {min(len(target.split()), 12) // 2}"
    yield f"target spelled out {': ' in target}"
    yield f"target name {target[:1].isupper()}"
    if candidate.frame.targets:
        yield f"target word {candidate.frame.targets[0].pos_}"
        yield f"target distance {min(abs(candidate.frame.targets[0].i - candidate.token.i), 12) // 3}"
