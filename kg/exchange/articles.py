"""The articles of codings, out of what is known of them: their text is not, but for the coded passages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from kg.assemble.selectors import CONTEXT
from kg.errors import InputError
from kg.exchange.texts import rebuilt
from kg.exchange.values import Article, Held, Selection
from kg.model import Document
from kg.output import shown
from kg.read.language import detected

# Characters between two passages whose places are not known: so many that neither is told to stand beside the other.
BETWEEN = 2 * CONTEXT


def by_article(found: Iterable[Held], source: str) -> Iterator[tuple[Document, list[Held]]]:
    """Each article with its codings, all at places within its text. Raises `InputError` for places that are none."""
    same = defaultdict[Article, list[Held]](list)
    for held in found:
        same[held.article].append(held)
    for article, codings in same.items():
        yield document(article, codings, source)


def document(article: Article, codings: list[Held], source: str) -> tuple[Document, list[Held]]:
    """An article whose passages have no place is known by them alone, and not by its hash: they would lie elsewhere."""
    placed = codings if article.text else list(in_order(codings))
    whole = [one for held in placed for one in (*held.cues, *held.conditions, *held.evidence)]
    try:
        text = article.text or rebuilt(whole)
    except ValueError as error:
        raise InputError(str(error), shown(source)) from error
    known = article.sha256 if all(held.sentence.start >= 0 for held in codings) else ""
    return Document(
        text=text,
        id=article.id or (article.title or article.url or article.sha256)[:80],
        source=source,
        language=article.language or detected(" ".join(held.sentence.exact for held in codings)),
        title=article.title or None,
        published=date.fromisoformat(article.published) if article.published else None,
        publisher=article.publisher or None,
        url=article.url or None,
        known=known or None,
    ), placed


def in_order(codings: list[Held]) -> Iterator[Held]:
    """Those without a place one after the other, behind the last of the others; the same sentence is one."""
    end = max((one.end for held in codings for one in held.evidence), default=-1)
    behind = end + BETWEEN if end >= 0 else 0
    places = dict[str, int]()
    for held in codings:
        sentence = held.sentence
        if sentence.start < 0:
            if sentence.exact not in places:
                places[sentence.exact] = behind
                behind += len(sentence.exact) + BETWEEN
            sentence = at(sentence, places[sentence.exact])
        yield replace(
            held,
            evidence=(sentence,),
            cues=tuple(within(one, sentence) for one in held.cues),
            conditions=tuple(within(one, sentence) for one in held.conditions),
        )


def at(words: Selection, start: int) -> Selection:
    return replace(words, start=start, end=start + len(words.exact))


def within(words: Selection, sentence: Selection) -> Selection:
    """Where the sentence has the words, if their place is not given; else the sentence itself."""
    if words.start >= 0:
        return words
    place = sentence.exact.find(words.exact)
    return at(words, sentence.start + place) if place >= 0 else sentence
