"""What two actors both accept, given their conditions."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rdflib import URIRef

from kg.query.ask import query
from kg.query.lattice import order_of
from kg.store import Store
from kg.trace.ledger import Entry, standing
from kg.trace.steps import Step
from kg.trace.tables import Row, day, text

COLUMNS = (
    "target", "within", "holder", "stance", "condition", "day", "other", "otherStance", "otherCondition", "otherDay",
    "sentence", "otherSentence",
)  # fmt: skip
WHAT = "SELECT DISTINCT ?issue ?facet WHERE { ?issue pos:action|pos:matter ?facet }"
Held = dict[str, Step]


def rows(store: Store, one: Mapping[str, list[Entry]], other: Mapping[str, list[Entry]]) -> list[Row]:
    """One row an issue that both are in favour of in the end, as far as they themselves say."""
    return list(shared(store, held(one), held(other)))


def held(ledger: Mapping[str, list[Entry]]) -> Held:
    """Issue → the position that stands, for or against."""
    found = {issue: standing(entries) for issue, entries in ledger.items()}
    return {issue: step for issue, step in found.items() if step is not None}


def shared(store: Store, one: Held, other: Held) -> Iterator[Row]:
    """Issues that are equal, and those that lie within a wider one that the other accepts.

    »neue Sanktionen gegen Belutan« lie within »Sanktionen gegen Belutan«. The end of the sanctions does not: what is
    done, and to what, must be the same. Where the other is against the narrower one, the wider one does not help.
    """
    above, what = order_of(store), parts(store)
    for narrow in sorted({*one, *other}):
        if narrow in one and narrow in other:
            if accepts(one[narrow]) and accepts(other[narrow]):
                yield row(narrow, None, one[narrow], other[narrow])
            continue
        wider = other if narrow in one else one
        step = one.get(narrow) or other[narrow]
        for wide in sorted(above.above(narrow) & set(wider)):
            if what[wide] and what[wide] == what[narrow] and accepts(step) and accepts(wider[wide]):
                yield row(narrow, wide, *((step, wider[wide]) if narrow in one else (wider[wide], step)))


def parts(store: Store) -> dict[str, set[str]]:
    """Issue → what is done to what; who takes part in it, and of what quality it is, may differ."""
    found: dict[str, set[str]] = defaultdict(set)
    for issue, facet in query(store, WHAT).rows:
        found[str(issue)].add(str(facet))
    return found


def accepts(step: Step) -> bool:
    return step.one.stance.polarity == "favour"


def row(target: str, within: str | None, one: Step, other: Step) -> Row:
    return (
        URIRef(target),
        URIRef(within) if within else None,
        *side(one),
        *side(other),
        text(one.one.sentence),
        text(other.one.sentence),
    )


def side(step: Step) -> Row:
    one = step.one
    return URIRef(one.holder), URIRef(one.stance.iri), text(one.condition), day(step)
