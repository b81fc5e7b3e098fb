"""The whole way on one page: documents in, positions and their graph out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from rdflib import Dataset
from spacy.language import Language
from spacy.tokens import Doc

from kg.alike.groups import stories
from kg.alike.independence import independence
from kg.analyse import analyse, load
from kg.analyse.mend import mended
from kg.analyse.settled import settle
from kg.analyse.words import WordMarker
from kg.assemble import assemble
from kg.each import OnError, each
from kg.errors import fail
from kg.find.cues import CueFinder
from kg.find.gazetteer import Gazetteer
from kg.find.names import Name, names
from kg.find.quotation import Quote
from kg.find.quotes import quotes
from kg.find.speech import SpeechVerbs, speech_verbs
from kg.link.cast import Cast
from kg.link.issues import issue_linker
from kg.link.known import KnownNames
from kg.link.mentions import mentions
from kg.link.relations import relations
from kg.link.roles import Roles
from kg.link.setting import Setting
from kg.link.surnames import behind_roles, with_surnames
from kg.model import DOUBTFUL, Document, Extraction, Issue
from kg.provenance import run_of
from kg.recognise.anaphora import Memory
from kg.recognise.attribution import Attribution
from kg.recognise.candidate import Candidate
from kg.recognise.complete import Completer
from kg.recognise.explain import explain as sentences
from kg.recognise.positions import Recogniser
from kg.recognise.voice import voices
from kg.store.terms import fill
from kg.vocabulary import Vocabulary, load_vocabulary

DEFAULT_LANGUAGE = "de"
Paths = str | Path | Iterable[str | Path]


@dataclass(frozen=True)
class Reader:
    """Everything that reading a language needs, loaded once."""

    nlp: Language
    words: WordMarker
    vocabulary: Vocabulary
    gazetteer: Gazetteer
    roles: Roles
    known: KnownNames
    cues: CueFinder
    speech: SpeechVerbs
    link: Callable[[str, str], Issue]
    language: str

    def analyse(self, document: Document) -> Doc:
        """The text with its syntax, its lemmas and the classes of its words."""
        return settle(mended(self.words.mark(analyse(self.nlp, document.text))))

    def read(self, document: Document) -> "Reading":
        """One document, analysed and searched for positions."""
        doc = self.analyse(document)
        found = self.named(doc)
        cast = self.cast(doc, found, document)
        quoted = quotes(doc, self.speech)
        title, publisher = (partial(self.line, document, text) for text in (document.title, document.publisher))
        speaking = voices(doc, quoted, cast, title, publisher)
        attribution = Attribution(doc, quoted, cast, speaking)
        told = "" if speaking else document.title or ""  # »Rede von …« names nothing that »das« could mean
        recogniser = Recogniser(self.vocabulary, cast, attribution, Memory(told))
        candidates = list(recogniser.candidates(list(self.cues.find(doc))))
        return Reading(document, doc, found, cast, attribution, candidates)

    def cast(self, doc: Doc, found: list[Name], document: Document) -> Cast:
        return Cast(doc, found, Setting(self.vocabulary, self.roles, self.known, self.language, document.published))

    def line(self, document: Document, text: str | None) -> Cast:
        """The actors of the title or of the publisher, which are no part of the text."""
        doc = self.words.mark(analyse(self.nlp, text or ""))
        return self.cast(doc, self.named(doc), document)

    def named(self, doc: Doc) -> list[Name]:
        return behind_roles(doc, with_surnames(doc, names(doc, self.gazetteer), self.language), self.roles)

    def extract(self, document: Document) -> Extraction:
        reading = self.read(document)
        completer = Completer(document, reading.doc, reading.cast, reading.attribution, self.link, self.language)
        return Extraction(
            document=document,
            positions=tuple(completer.positions(reading.candidates)),
            mentions=tuple(mentions(document, reading.doc, reading.names, reading.cast)),
            relations=tuple(relations(document, reading.doc, reading.cast)),
        )


@dataclass(frozen=True)
class Reading:
    """A document with everything that was found in it, what was rejected too."""

    document: Document
    doc: Doc
    names: list[Name]
    cast: Cast
    attribution: Attribution
    candidates: list[Candidate]


@lru_cache(maxsize=4)
def reader(language: str = DEFAULT_LANGUAGE, model: Path | None = None, actors: tuple[Path, ...] = ()) -> Reader:
    """The reader of a language. Raises `ModelError` and `VocabularyError`."""
    vocabulary = load_vocabulary(*actors)
    return Reader(
        nlp=load(language, model),
        words=WordMarker(vocabulary, language),
        vocabulary=vocabulary,
        gazetteer=Gazetteer(vocabulary, language),
        roles=Roles(vocabulary, language),
        known=KnownNames(vocabulary, language),
        cues=CueFinder(vocabulary, language),
        speech=speech_verbs(vocabulary.cues, language),
        link=issue_linker(vocabulary, *actors),
        language=language,
    )


def one_path(given: str | Path | None) -> Path | None:
    return Path(given) if given else None


def each_path(given: Paths) -> tuple[Path, ...]:
    """One path or several, as texts or not, each once."""
    every = [given] if isinstance(given, str | Path) else given
    return tuple({Path(path).resolve(): Path(path) for path in every}.values())


def extract(
    documents: Iterable[Document],
    *,
    model: str | Path | None = None,
    actors: Paths = (),
    min_confidence: float = DOUBTFUL,
    on_error: OnError = fail,
) -> Iterator[Extraction]:
    """The positions of each document that are at least so sure. Offsets count characters of `Document.text`.

    `actors` are Turtle files or folders beside the shipped vocabulary: actors, offices, cues, topics.
    A document in a language without a pipeline, or on which the program fails, goes to `on_error` as a `KgError`, and
    the next one is read; without `on_error` the first one is raised.
    """

    pipeline, own = one_path(model), each_path(actors)

    def found(document: Document) -> Extraction:
        every = reader(document.language or DEFAULT_LANGUAGE, pipeline, own).extract(document)
        sure = tuple(position for position in every.positions if position.confidence >= min_confidence)
        return replace(every, positions=sure, actors=own)

    return each(documents, found, model=pipeline, on_error=on_error)


def quotations(document: Document, *, model: str | Path | None = None) -> list[Quote]:
    """Whose words a document gives, direct and indirect, in the order of the text."""
    speaks = reader(document.language or DEFAULT_LANGUAGE, one_path(model))
    return quotes(speaks.analyse(document), speaks.speech)


def explain(
    document: Document,
    *,
    model: str | Path | None = None,
    actors: Paths = (),
    min_confidence: float = DOUBTFUL,
) -> Iterator[str]:
    """Every sentence of a document with what was found in it, by which rule, and what was rejected and why."""
    reading = reader(document.language or DEFAULT_LANGUAGE, one_path(model), each_path(actors)).read(document)
    yield from sentences(reading.doc, reading.candidates, min_confidence)


def build(
    extractions: Iterable[Extraction],
    *,
    model: str | Path | None = None,
    actors: Paths = (),
    full_text: bool = False,
) -> Dataset:
    """The graph of the extractions: one named graph a document, both layers of the model.

    Which articles tell one story, and how many independent sources a position has, is in graphs beside those of the
    articles.

    `actors` need not be given again: an extraction says which ones it was found with.
    """
    found = list(extractions)
    own = each_path([*each_path(actors), *dict.fromkeys(path for one in found for path in one.actors)])
    vocabulary = load_vocabulary(*own)
    run, broader = run_of(one_path(model), own), issue_linker(vocabulary, *own).broader
    dataset = assemble(found, vocabulary, run, broader=broader, full_text=full_text)
    fill(dataset, stories(one.document for one in found))
    fill(dataset, independence(dataset))
    return dataset
