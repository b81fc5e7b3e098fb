"""How many mentions of known actors lead to the right node: `python -m kg.score.linking ../shared/gold/dev`.

The gold documents name each actor with its forms in the text (`actors`: `name`, `type`, `same_as`). An actor is *held*
if one of these is the name of exactly one entry of the authority, of a kind that fits. Every occurrence of every form
of a held actor counts, as whole words and longest first, so that none counts twice. What is judged is the part of it
that names the actor: »Merkel« in »die CDU-Vorsitzende Merkel«. What is part of another entry's longer name counts not.

Of the forms without a name, those count whose office and state make clear who is meant on the day of the article: »der
Bundeskanzler«. Those that only describe do not (»die Kanzlerin«, »seine Partei«, »deutscher Seite«): they begin with an
article or a possessive, have an office in them, or are a common noun for actors (`word:acting`, `word:body`), or no
noun. What looks like a name and is none that the authority has does count: it cannot be right.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError
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

    @property
    def recall(self) -> float:
        """The share that leads to the right node."""
        return self.share("right")

    @property
    def precision(self) -> float:
        """The same, of those that lead anywhere."""
        return self.share("right") / (1 - self.share("unlinked") or 1)

    def share(self, verdict: str) -> float:
        return sum(one.verdict == verdict for one in self.mentions) / max(1, len(self.mentions))


def judged(extraction: Extraction, actors: Sequence[GoldActor], authority: Authority) -> Iterator[Judged]:
    """The mentions of one document, in the order of the text."""
    document = extraction.document
    for one in expected(document, actors, authority):
        there = [m for m in extraction.mentions if m.passage.start < one.end and one.start < m.passage.end]
        if not any(is_part(one, mention, authority) for mention in there):
            linked = tuple(sorted({mention.party.iri for mention in there if mention.party.iri}))
            verdict = "right" if one.iri in linked else "wrong" if linked else "unlinked"
            yield Judged(document.id, document.text[one.start : one.end], one.iri, verdict, linked)


def is_part(one: Expected, mention: Mention, authority: Authority) -> bool:
    """Whether the name stands in the longer one of another entry: »Rat der Vereinten Nationen«."""
    passage, iri = mention.passage, mention.party.iri
    longer = passage.start <= one.start and one.end <= passage.end and passage.end - passage.start > one.end - one.start
    return longer and iri is not None and iri != one.iri and authority.bears(iri, passage.text)


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
            yield f"  {one.verdict:9}{one.document}  »{one.text}« is {one.iri}" + "".join(
                f", not {iri}" for iri in one.linked
            )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m kg.score.linking", description="Mentions of known actors.")
    parser.add_argument("folders", type=Path, nargs="+", help="folders of gold documents")
    parser.add_argument("--language", nargs="+", default=["de"])
    parser.add_argument("--errors", action="store_true", help="list what is not right")
    options = parser.parse_args()
    for folder in options.folders:
        for language in options.language:
            try:
                print("\n".join(lines(folder.name, language, links(folder, language), errors=options.errors)))
            except KgError as error:
                parser.error(str(error))


if __name__ == "__main__":
    main()
