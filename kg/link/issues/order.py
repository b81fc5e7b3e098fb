"""The word order of German and English, made the same for both: verbs first, compounds as one piece."""

from dataclasses import replace

from kg.link.issues.roles import UnclearError
from kg.link.issues.senses import NOUNS, Piece, Sense


def german(pieces: list[Piece], finite: bool) -> list[Piece]:
    """»Truppen in die Ukraine zu schicken«: the verb goes to the front, so that all that follows attaches to it."""
    if pieces[0].act:
        return acted(led(pieces))
    *rest, last = led(pieces)
    if any(piece.verb for piece in rest) or (finite and not last.verb):
        raise UnclearError
    if not last.verb:
        return [*rest, last]
    if not (finite or last.infinitive):
        raise UnclearError
    while rest and rest[-1].form == "zu":
        rest.pop()
    return [last, *rest]


def english(pieces: list[Piece], actions: set[str]) -> list[Piece]:
    """Nouns in a row are a compound: "arms delivery", "EU accession talks"; "to send" is a verb."""
    pieces = led(pieces)
    if pieces[0].form.lower() == "to" and len(pieces) > 1 and pieces[1].head in actions:
        pieces = [replace(pieces[1], verb=True), *pieces[2:]]
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last and last.several and piece.sort != "preposition":
            raise UnclearError
        if last and last.sort in NOUNS and piece.sort in NOUNS and not (last.verb or piece.verb):
            found[-1] = replace(piece, parts=(*last.parts, *piece.parts))
        else:
            found.append(piece)
    return found


def acted(pieces: list[Piece]) -> list[Piece]:
    """»Entsendung: Truppen in die Ukraine« is »Truppen in die Ukraine entsenden«, the verb at the front already."""
    if any(piece.verb for piece in pieces[1:]):
        raise UnclearError
    return pieces


def led(pieces: list[Piece]) -> list[Piece]:
    """»von den USA geführt«, "led by the US": the actor and the participle, or the preposition, as one piece."""
    found: list[Piece] = []
    for piece in pieces:
        leader = leading_actor(found) if piece.sort == "leading" and len(piece.parts) == 1 else None
        if leader is not None:
            start, actor = leader
            found[start:] = [Piece((*actor.parts, *piece.parts), piece.form)]
        elif piece.sort == "preposition" and piece.head == "by" and found and found[-1].sort == "leading":
            found[-1] = Piece((Sense("preposition", "led-by"),), piece.form)
        else:
            found.append(piece)
    return found


def leading_actor(found: list[Piece]) -> tuple[int, Piece] | None:
    """Where »von (den) X« starts that stands at the end of the pieces, and X."""
    for start in (len(found) - 2, len(found) - 3):
        between = found[start + 1 : -1]
        if start >= 0 and found[start].head == "genitive" and all(piece.sort == "article" for piece in between):
            return (start, found[-1]) if found[-1].sort == "actor" else None
    return None
