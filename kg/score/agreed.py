"""The agreement of coders as text and as JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from kg.console import number
from kg.score.agreement import VARIABLES, Agreement, Unit


def as_dict(found: Iterable[Agreement], *, errors: bool = False) -> list[dict[str, Any]]:
    """`{"coders", "both", "only", "share", "variables": {variable: {"same", "alpha"}}}` for each pair of coders."""
    return [
        {
            "coders": list(one.coders),
            "both": len(one.pairs),
            "only": [len(units) for units in one.only],
            "share": one.both,
            "variables": {name: {"same": each.same, "alpha": each.alpha} for name, each in one.measures.items()},
            **({"errors": list(differences(one))} if errors else {}),
        }
        for one in found
    ]


def as_text(found: Iterable[Agreement], *, errors: bool = False) -> Iterator[str]:
    for one in found:
        first, second = one.coders
        yield f"{first} and {second}"
        alone = f"{len(one.only[0])} only {first}, {len(one.only[1])} only {second}"
        yield f"{number(len(one.pairs), 'passage')} coded by both, {alone}; share coded by both {one.both:.3f}"
        yield f"{'':12}{'same':>8}{'alpha':>8}"
        for name in VARIABLES:
            each = one.measures[name]
            yield f"{name:12}{each.same:8.3f}{'–' if each.alpha is None else f'{each.alpha:.3f}':>8}"
        yield ""
        yield from differences(one) if errors else ()


def differences(one: Agreement) -> Iterator[str]:
    """What both coded otherwise, and what only one coded."""
    for pair in one.pairs:
        if differing := [name for name in VARIABLES if pair[0].value(name) != pair[1].value(name)]:
            yield f"  {', '.join(differing)}: {pair[0].shown} | {told(pair[1])}"
    for coder, units in zip(one.coders, one.only, strict=True):
        yield from (f"  only {coder}: {unit.shown}" for unit in units)


def told(unit: Unit) -> str:
    return unit.held.claim
