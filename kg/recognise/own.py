"""»sein *Land*«, »ihre *Partei*«: the state or party of whoever speaks, which the text need not name."""

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.settled import children
from kg.analyse.words import is_a
from kg.link.cast import Cast
from kg.link.coreference import resolve
from kg.model import Party
from kg.recognise.attribution import Owner


def own_side(noun: Token, owners: tuple[Owner, ...], cast: Cast) -> Party | None:
    """»Solow sagte, *sein Land* lehne ab«: Russia; »*unsere Partei* …«: that of the speaker. None for other nouns."""
    kind = "state" if is_a(noun, "own-state") else "organisation" if is_a(noun, "own-party") else ""
    whose = next(children(noun, *closed(noun).possessive), None) if kind else None
    if whose is None:
        return None
    own = closed(noun)
    other = whose.lower_ in own.possessive_male | own.possessive_female
    told = bool(owners) and (owners[0].mode == "indirect") == other
    party = owners[0].party if told else resolve(whose, cast)
    side = cast.side(party, owners[0].noun if told else None) if party is not None else None
    return side if side is not None and side.kind == kind else None
