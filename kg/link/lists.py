"""Joint actors by the order of the words: parsers lose the members of a long list, or hang them on each other."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import auxiliaries, case_of, is_plural
from kg.analyse.settled import children, sent_of
from kg.link.cast import Cast
from kg.link.nominal import own_tokens

STOPS = {"VERB", "AUX", "SCONJ"}
LONGEST = 60  # tokens of a list


def listed(noun: Token, cast: Cast) -> list[Token]:
    """The heads of the actors that are joined to a noun behind it: »X (A), Y (B) und die Z«; [] if it is no list.

    A list ends in »und« and has a plural verb, or begins with »darunter«.
    """
    if (place := behind_verb(noun)) is not None:
        return [head for segment in segments(place) if (head := actor_of(segment, cast)) is not None]
    joined = has_plural_verb(noun)
    if not joined and not among_in(noun):
        return []
    own, *others = segments(noun)
    subtree = {token.i for token in noun.subtree}
    if any(token.i not in subtree and token.i > noun.i for token in own):
        return []  # another phrase begins without a comma: the object
    among = next((place for place, segment in enumerate(others) if segment[0].lower_ in closed(noun).among), None)
    if among is not None:
        others = others[among:]
    elif not (joined and others and others[-1][0].lower_ in closed(noun).and_):
        return []
    heads = [head for segment in others if (head := actor_of(segment, cast)) is not None]
    named = {token for child in children(noun, "nmod") for token in own_tokens(child)}
    if among is None and (len(heads) < len(others) or named & set(heads)):
        return []
    return heads


def behind_verb(noun: Token) -> Token | None:
    """»Zwanzig Verbände haben aufgerufen, *darunter* X und Y«: who they are, where the verb stands between."""
    verb = noun.head
    if verb.pos_ not in STOPS or verb.i < noun.i or verb.i + 2 >= sent_of(noun).end or verb.nbor().text != ",":
        return None
    return verb.nbor(2) if verb.nbor(2).lower_ in closed(noun).among else None


def among_in(noun: Token) -> bool:
    among = closed(noun).among
    return any(word.lower_ in among for word in reach(noun))


def reach(noun: Token) -> Span:
    """Where a list that begins with the noun may stand."""
    return noun.doc[noun.i + 1 : min(sent_of(noun).end, noun.i + LONGEST)]


def segments(noun: Token) -> list[list[Token]]:
    """The words from the noun to the next verb, cut at commas and »und«, without what stands in brackets."""
    found: list[list[Token]] = [[noun]]
    depth = 0
    for token in reach(noun):
        depth += (token.text == "(") - (token.text == ")")
        if depth or token.text == ")" or token.is_space:
            continue
        if token.pos_ in STOPS or token.text in (";", ":", ".", "–"):
            break
        if token.text == ",":
            found.append([])
        elif token.lower_ in closed(token).and_ and found[-1]:
            found.append([token])
        else:
            found[-1].append(token)
    return [segment for segment in found if segment]


def actor_of(segment: list[Token], cast: Cast) -> Token | None:
    """The noun that a segment is about, if it is an actor; none behind a preposition."""
    nouns = (token for token in segment if token.pos_ in ("NOUN", "PROPN") and token.head not in segment)
    head = next(nouns, None)
    return head if head is not None and not case_of(head) and cast.party(head) is not None else None


def has_plural_verb(noun: Token) -> bool:
    """Whether the verb that a noun hangs on is plural; of a passive's agents nothing is asked."""
    if noun.dep_ == "obl:agent":
        return True
    verb = noun.head
    return any(is_plural(word) for word in (verb, *auxiliaries(verb)))


def with_listed(nouns: list[Token], cast: Cast) -> Iterator[Token]:
    """The nouns that the parse joins, and those that it has lost; each actor once."""
    known: set[str] = set()
    for noun in sorted({*nouns, *(listed(nouns[0], cast) if nouns else [])}, key=lambda token: token.i):
        party = cast.party(noun)
        if party is None or party.name not in known:
            yield noun
            known |= {party.name} if party is not None else set()
