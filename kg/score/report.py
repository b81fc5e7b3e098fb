"""A score as text and as JSON."""

from collections.abc import Iterator
from typing import Any

from kg.score.measure import Score, Tally

COUNTS = ("hit", "missed", "wrong")
RATES = ("precision", "recall", "f1")


def as_dict(score: Score, *, errors: bool = False) -> dict[str, Any]:
    """`{"scores": {group: {measure: {hit, missed, wrong, precision, recall, f1}}}, "errors": {document: …}}`."""
    listed = score.errors if errors else {}
    return {
        "scores": {
            group: {measure: {name: getattr(tally, name) for name in COUNTS + RATES} for measure, tally in own.items()}
            for group, own in score.tallies.items()
        },
        "errors": {
            document: {"missed": list(left.missed), "wrong": list(left.wrong)}
            for document, left in listed.items()
            if left.missed or left.wrong
        },
    }


def as_text(score: Score, *, errors: bool = False) -> Iterator[str]:
    """A table a group, and with `errors` what was missed and wrong in each document."""
    for group, own in score.tallies.items():
        yield f"{group:8}" + "".join(f"{name:>10}" for name in RATES) + "".join(f"{name:>8}" for name in COUNTS)
        yield from (row(measure, tally) for measure, tally in own.items() if measure != "stance")
        stance = own["stance"]
        yield f"stance  {stance.precision:10.3f} of {stance.hit + stance.wrong} with the right holder and target"
        yield ""
    for document, left in score.errors.items() if errors else ():
        if left.missed or left.wrong:
            yield document
            yield from (f"  missed  {shown}" for shown in left.missed)
            yield from (f"  wrong   {shown}" for shown in left.wrong)


def row(measure: str, tally: Tally) -> str:
    rates = "".join(f"{getattr(tally, name):10.3f}" for name in RATES)
    return f"{measure:8}{rates}" + "".join(f"{getattr(tally, name):8}" for name in COUNTS)
