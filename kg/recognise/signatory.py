"""Who says »we« in a press release, a joint statement, a speech: who signs it, announces it or declares it.

Guideline, »Decided cases«: "we" in a press release is the signatory.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import VERBAL, is_plural
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a
from kg.link.cast import Cast
from kg.link.nominal import english_attributes
from kg.model import Party

SPEAKERS = ("by", "from")  # who speaks, wherever in the headline
INNER = ("of", "for")  # within the name of an office
ALSO = ("sowie", "as")  # begins who else signs
COLLECTIVE = ("state", "organisation")


def signed(speaking: Sequence[Token], cast: Cast) -> tuple[Party, ...]:
    """»Wir, die Außenminister der G7, …«; "We, the Governments of Norway and Chile, …" are two; () if nobody signs."""
    for pronoun in speaking:
        if pronoun.lower_ in closed(pronoun).we and cast.doc[pronoun.i + 1 : pronoun.i + 2].text == ",":
            for noun in named_by(pronoun):
                if (party := cast.party(noun)) is not None:
                    return signatories(party, noun, cast)
    return ()


def signatories(party: Party, noun: Token, cast: Cast) -> tuple[Party, ...]:
    """A group is one; states that are listed, and those whose governments are, are one each (guideline, as above)."""
    governments = is_plural(noun) and is_a(noun, "government")
    states = listed_states(noun, cast) if governments or party.kind == "state" else ()
    return states if len(states) > 1 else (as_written(party, noun),)


def listed_states(noun: Token, cast: Cast) -> tuple[Party, ...]:
    """As in "the Governments *of Norway, Chile, and the United States*", from the noun to the end of the list."""
    found: dict[str, Party] = {}
    for token in noun.doc[noun.i : sent_of(noun).end]:
        party = cast.party(token) if token.pos_ == "PROPN" else None
        if party is not None and party.kind == "state":
            found[party.name] = party
        elif token.i > noun.i and not lists(token):
            break
    return tuple(found.values())


def lists(token: Token) -> bool:
    """Whether a list of names goes on with a token: what joins them, articles, »von«, parts of their names."""
    joins = token.text == "," or token.lower_ in closed(token).and_ or token.pos_ == "DET"
    return joins or bool(token.ent_type_) or token.lower_ in ("of", "von")


def named_by(pronoun: Token) -> Iterator[Token]:
    """What stands behind »wir«; the parser may take its noun for the subject."""
    yield from children(pronoun, "appos")
    article = pronoun.doc[pronoun.i + 2 : pronoun.i + 3]
    if pronoun.lang_ == "en" and article.text.lower() in closed(pronoun).definite:
        yield article[0].head


def as_written(party: Party, noun: Token) -> Party:
    """A group that has no name of its own, in the words of the text."""
    return party if party.iri else replace(party, name=signature(noun) or party.name)


def signature(noun: Token) -> str:
    """»die Außenministerinnen und Außenminister der G7«, without its article and what else is joined to it."""
    if noun.lang_ == "en":
        return english_signature(noun)
    words = takewhile(
        lambda token: not token.is_punct and token.lower_ not in ALSO, noun.doc[noun.i : sent_of(noun).end]
    )
    return " ".join(token.text for token in takewhile(lambda token: token.pos_ not in VERBAL, words))


def english_signature(noun: Token) -> str:
    """As in "the Foreign Ministers of France and Italy, as well as …"; "the G7 Ministers of Canada, …" are the G7's."""
    if any(child.i < noun.i and child.text.isupper() for child in noun.children):
        return " ".join([*english_attributes(noun), noun.text])
    words = list(takewhile(goes_on, noun.doc[noun.i : sent_of(noun).end]))
    last = next((token.i + 1 for token in reversed(words) if token.pos_ in ("NOUN", "PROPN")), noun.i + 1)
    return " ".join([*english_attributes(noun), noun.doc[noun.i : last].text])


def goes_on(token: Token) -> bool:
    """Whether a list of who signs goes on: a verb, or a preposition that belongs to no name, ends it."""
    other = token.pos_ == "ADP" and token.lower_ not in INNER
    verb = token.pos_ in VERBAL and token.is_lower  # the tagger may take "United" for a verb
    return not (other or verb or token.lower_ in ALSO or token.text in ":;(–")


def addressed(title: Cast) -> Party | None:
    """»Rede von Außenminister Merk«: the first actor behind a word for a speech or a statement."""
    place = next((token for token in title.doc if is_a(token, "address")), None)
    if place is None:
        return None
    if title.doc.lang_ == "en" and not is_a(place, "conversation"):
        return None if tells(title.doc) else named_behind(place, title) or named_before(place, title)
    return next(actors(title.doc[place.i + 1 :], title), None)


def tells(title: Doc) -> bool:
    """The headlines of news have verbs, as in "Merk's remarks anger Norway"."""
    return any(token.pos_ == "VERB" and token.is_lower and has(token, "nsubj") for token in title)


def actors(tokens: Sequence[Token] | Span, cast: Cast) -> Iterator[Party]:
    """Whom the nouns name; groups of people as they are written."""
    for noun in tokens:
        if noun.pos_ in ("NOUN", "PROPN") and (party := cast.party(noun)) is not None:
            yield party if party.kind == "person" or noun.lang_ != "en" else as_written(party, noun)


def named_behind(place: Token, title: Cast) -> Party | None:
    """As in "Statement *by Secretary Merk* on Fish", "Statement *of the Leaders of …*": not what stands behind "on"."""
    leads = [token for token in title.doc[place.i + 1 :] if speaks(token, place)]
    start = next((token for token in leads if token.nbor(-1).lower_ == "behalf"), next(iter(leads), None))
    if start is None:
        return None
    named = list(actors(list(takewhile(goes_on, title.doc[start.i + 1 :])), title))
    persons = (party for party in named if party.kind == "person" and " " in party.name)
    return (next(persons, None) if named and named[0].kind == "person" else None) or next(iter(named), None)


def speaks(preposition: Token, place: Token) -> bool:
    """Whether a preposition leads to who speaks: "of" does so only right behind the word, and in "on behalf of"."""
    before = preposition.nbor(-1)
    if preposition.lower_ == "of":
        return before.i == place.i or before.lower_ == "behalf"
    return preposition.lower_ in SPEAKERS


def named_before(place: Token, title: Cast) -> Party | None:
    """As in "*UK* Statement on Fish", "*Secretary Merk's* remarks", "*G7 Leaders'* Statement"."""
    words = list(takewhile(lambda token: token.pos_ != "ADP" and token.text != ":", reversed(title.doc[: place.i])))
    for noun in (token for token in words if token.pos_ == "PROPN" or has(token, "case")):
        if (party := title.party(noun)) is not None:
            named = party.iri is not None or party.kind == "person"
            return party if named else replace(party, name=title.doc[words[-1].i : noun.i + 1].text)
    return None


def released(doc: Doc, cast: Cast) -> tuple[Party, ...]:
    """As in "The following statement was released by the governments of …": who is said to have issued the text."""
    for verb in next(doc.sents, doc[:0]):
        if any(is_a(noun, "address") for noun in issued(verb)):
            agents = ((cast.party(noun), noun) for noun in children(verb, "obl:agent"))
            return next((signatories(party, noun, cast) for party, noun in agents if party is not None), ())
    return ()


def issued(verb: Token) -> Iterator[Token]:
    """As in "*the text* of the following *statement* was released"."""
    for noun in children(verb, "nsubj:pass"):
        yield from (noun, *children(noun, "nmod"))


def declared(doc: Doc, cast: Cast) -> Party | None:
    """As in "Norway condemns the attack. We call on …": who declares what the text begins with, in the present."""
    first = next(doc.sents, doc[:0])
    verb = next((token for token in first if is_a(token, "declaring")), None)
    if verb is None or "Past" in feature(verb, "Tense"):
        return None
    party = next(actors(list(takewhile(lambda token: token.pos_ != "ADP", doc[first.start : verb.i])), cast), None)
    return party if party is not None and party.kind in COLLECTIVE and party.iri else None


def issuer(publisher: Cast) -> Party | None:
    """The state or organisation that a ministry or another body of it speaks for; None where a medium published."""
    if publisher.media:
        return None
    known = [party for party in publisher.parties.values() if party.iri and party.kind in COLLECTIVE]
    return publisher.side(known[-1]) or known[-1] if known else None
