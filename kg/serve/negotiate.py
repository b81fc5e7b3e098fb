"""Which format an answer has: what `Accept` asks for (RFC 9110, 12.5.1), as far as there is it."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

# The first is taken where the client does not care. application/json is what many clients ask for instead.
RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
}
GRAPHS = {"text/turtle": ox.RdfFormat.TURTLE, "application/n-triples": ox.RdfFormat.N_TRIPLES}
ANYTHING = "*/*"


def chosen(accept: str | None, offers: Iterable[str]) -> str | None:
    """The offer that fits best, the first of several; None if none is acceptable."""
    ranges = dict(preferences(accept or ANYTHING))
    weighed = [(weight(offer, ranges), offer) for offer in offers]
    best = max(weighed, key=lambda one: one[0], default=(0.0, None))
    return best[1] if best[0] > 0 else None


def preferences(accept: str) -> Iterator[tuple[str, float]]:
    """The media ranges with their weights; what is malformed is passed over."""
    for part in accept.lower().split(","):
        kind, *parameters = (one.strip() for one in part.split(";"))
        weights = [one[2:] for one in parameters if one.startswith("q=")]
        quality = number(weights[0]) if weights else 1.0
        if kind and quality is not None:
            yield kind, quality


def number(text: str) -> float | None:
    """A weight from 0 to 1 with at most three decimals (RFC 9110, 12.4.2)."""
    whole, _, decimals = text.partition(".")
    if whole not in ("0", "1") or len(decimals) > 3 or (decimals and not (decimals.isascii() and decimals.isdigit())):
        return None
    return found if (found := float(f"{whole}.{decimals or 0}")) <= 1 else None


def weight(offer: str, ranges: dict[str, float]) -> float:
    """The weight of the narrowest range that the offer is in."""
    family = f"{offer.split('/')[0]}/*"
    return next((ranges[one] for one in (offer, family, ANYTHING) if one in ranges), 0.0)
