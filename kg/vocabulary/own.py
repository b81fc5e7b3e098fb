"""What a file of the user's own decides about actors: its names win over those shipped, and merged entries are one."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from rdflib import OWL

from kg.errors import VocabularyError
from kg.vocabulary.entries import Actor, Labels, Vocabulary
from kg.vocabulary.graph import ALTERNATIVE, HIDDEN, Graph, pos

SAME = str(OWL.sameAs)
NOT_NAME = pos("notName")
Actors = dict[str, Actor]
Claims = Mapping[tuple[str, str], set[str]]  # (language, name) → who bears it


def decided(vocabulary: Vocabulary, own: Graph) -> Vocabulary:
    """The vocabulary, in which the own files were read like any other, as they want it.

    Raises `VocabularyError` for `owl:sameAs` that leads to no actor, and `pos:notName` of none.
    """
    for iri in own.having(NOT_NAME):
        if iri not in vocabulary.actors:
            raise VocabularyError(f"{iri}: has pos:notName and is no actor; check the IRI.")
    claims = claimed(own, vocabulary.actors)
    actors = {iri: yielding(renamed(actor, own), claims) for iri, actor in vocabulary.actors.items()}
    same = {iri: last(iri, own, vocabulary) for iri in own.having(SAME)}
    roles = {iri: replace(r, of_actor=same.get(r.of_actor or "", r.of_actor)) for iri, r in vocabulary.roles.items()}
    return replace(vocabulary, actors=merged(actors, same), roles=roles, same=same)


def renamed(actor: Actor, own: Graph) -> Actor:
    """The own preferred label is the first of its language; the shipped one stays an alternative."""
    labels = tuple(dict.fromkeys([*own.labels(actor.iri), *actor.labels]))
    names = dict.fromkeys(name for name in (*labels, *actor.names) if name not in actor.not_names)
    return replace(actor, labels=labels, names=tuple(names))


def claimed(own: Graph, actors: Mapping[str, Actor]) -> Claims:
    """The names that own files give to actors."""
    claims: dict[tuple[str, str], set[str]] = defaultdict(set)
    for iri in actors:
        for name in (*own.labels(iri), *own.labels(iri, ALTERNATIVE), *own.labels(iri, HIDDEN)):
            claims[name].add(iri)
    return claims


def yielding(actor: Actor, claims: Claims) -> Actor:
    """Without the names that the own files give to others."""

    def kept(names: Labels) -> Labels:
        return tuple(name for name in names if name not in claims or actor.iri in claims[name])

    return replace(actor, names=kept(actor.names), alternatives=kept(actor.alternatives))


def last(iri: str, own: Graph, vocabulary: Vocabulary) -> str:
    """The entry at the end of a chain of `owl:sameAs`."""
    passed, found = {iri}, own.resources(iri, SAME)
    while len(found) == 1 and found[0] not in passed:
        passed.add(found[0])
        if not (further := own.resources(found[0], SAME)):
            break
        found = further
    if len(found) != 1 or found[0] not in vocabulary.actors or own.resources(found[0], SAME):
        raise VocabularyError(
            f"{iri}: owl:sameAs must lead to one actor that stays; for an IRI from outside write skos:exactMatch."
        )
    return found[0]


def merged(actors: Actors, same: Mapping[str, str]) -> Actors:
    """Without the entries that are another one, which gets what they have; all that points to them points there."""
    kept = {iri: pointed(actor, same) for iri, actor in actors.items() if iri not in same}
    for iri, whole in same.items():
        if iri in actors:
            kept[whole] = joined(kept[whole], pointed(actors[iri], same))
    return kept


def pointed(actor: Actor, same: Mapping[str, str]) -> Actor:
    offices = tuple(replace(o, organisation=same.get(o.organisation, o.organisation)) for o in actor.offices)
    above = same.get(actor.part_of or "", actor.part_of)
    return replace(actor, offices=offices, part_of=None if above == actor.iri else above)


def joined(whole: Actor, part: Actor) -> Actor:
    """The labels of a part are further names of the whole."""
    return replace(
        whole,
        names=tuple(name for name in both(whole.names, part.names) if name not in whole.not_names),
        not_names=both(whole.not_names, part.not_names),
        alternatives=both(whole.alternatives, (*part.labels, *part.alternatives)),
        adjectives=both(whole.adjectives, part.adjectives),
        metonyms=both(whole.metonyms, part.metonyms),
        demonyms=both(whole.demonyms, part.demonyms),
        part_of=whole.part_of or (part.part_of if part.part_of != whole.iri else None),
        offices=(*whole.offices, *(office for office in part.offices if office not in whole.offices)),
        matches=tuple(dict.fromkeys((*whole.matches, *part.matches))),
    )


def both(ours: Labels, theirs: Labels) -> Labels:
    return tuple(dict.fromkeys((*ours, *theirs)))
