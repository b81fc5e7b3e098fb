"""How many mentions of known actors lead to the right node: `python -m kg.score.linking ../shared/gold/dev`.

The gold documents name each actor with its forms in the text (`actors`: `name`, `type`, `same_as`). An actor is *held* if
one of these is the name of exactly one entry of the authority, of a kind that fits. Every occurrence of every form of a
held actor counts, as whole words and longest first, so that none counts twice. What is judged is the part of it that
names the actor: »Merkel« in »die CDU-Vorsitzende Merkel«.

Of the forms without a name, those count whose office and state make clear who is meant on the day of the article: »der
Bundeskanzler«. Those that only describe do not (»die Kanzlerin«, »die Partei«, »deutscher Seite«): their last word is an
office, a noun for actors (`word:acting`, `word:body`), or in lower case. A name that the authority lacks does count.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.model import Extraction, Mention
from kg.pipeline import extract
from kg.score.forms import Authority, Expected, GoldActor, expected
from kg.score.judge import actors_of, documents
from kg.vocabulary import load_vocabulary

VERDICTS = ("right", "wrong", "unlinked")


@dataclass(frozen=True)
class Judged:
    """A mention of a held actor, the words of it, and where the extraction leads them."""

    document: str
    text: str
    iri: str
    verdict: str
    linked: tuple[str, ...]  # the IRIs that it leads to


@dataclass(frozen=True)
class Links:
    """All mentions of held actors."""

    mentions: tuple[Judged, ...]

    def share(self, verdict: str) -> float:
        return sum(one.verdict == verdict for one in self.mentions) / max(1, len(self.mentions))


def judged(extraction: Extraction, actors: Sequence[GoldActor], authority: Authority) -> Iterator[Judged]:
    """The mentions of one document, in the order of the text."""
    document = extraction.document
    for one in expected(document, actors, authority):
        linked = linked_at(one, extraction.mentions)
        verdict = "right" if one.iri in linked else "wrong" if linked else "unlinked"
        yield Judged(document.id, document.text[one.start : one.end], one.iri, verdict, linked)


def linked_at(one: Expected, mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The entries that the mentions at this place lead to."""
    there = (m.party.iri for m in mentions if m.passage.start < one.end and one.start < m.passage.end)
    return tuple(sorted({iri for iri in there if iri}))


def links(folder: Path, language: str, extractions: Iterable[Extraction] | None = None) -> Links:
    """The mentions of a gold folder in one language. `extractions` are made if they are not given.

    Raises `KgError` for a language without a pipeline.
    """
    authority, actors = Authority(load_vocabulary(), language), actors_of(folder, language)
    found = extractions if extractions is not None else extract(documents(folder, language))
    return Links(tuple(one for each in found for one in judged(each, actors[each.document.id], authority)))


def lines(name: str, language: str, found: Links, *, errors: bool = False) -> Iterator[str]:
    """One line of figures, and with `errors` the mentions that are not right."""
    shares = ", ".join(f"{found.share(verdict):.3f} {verdict}" for verdict in VERDICTS)
    yield f"{name}, {language}: mentions of known actors: {shares}, of {len(found.mentions)}"
    for one in found.mentions if errors else ():
        if one.verdict != "right":
            yield f"  {one.verdict:9}{one.document}  »{one.text}« is {one.iri}" + "".join(f", not {iri}" for iri in one.linked)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m kg.score.linking", description="Mentions of known actors.")
    parser.add_argument("folders", type=Path, nargs="+", help="folders of gold documents")
    parser.add_argument("--language", nargs="+", default=["de"])
    parser.add_argument("--errors", action="store_true", help="list what is not right")
    options = parser.parse_args()
    for folder in options.folders:
        for language in options.language:
            print("\n".join(lines(folder.name, language, links(folder, language), errors=options.errors)))


if __name__ == "__main__":
    main()
