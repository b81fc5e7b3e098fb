"""Named entities to train and test on: PER, LOC, ORG, from DocBin files and from the actors of annotated articles."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

LABELS = ("PER", "LOC", "ORG")
TYPES = {"person": "PER", "organisation": "ORG", "state": "LOC"}
HELD_BACK = 5  # every fifth annotated article measures and is not trained on


def read(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """The documents with the three kinds of name that every source marks; MISC is dropped."""
    for doc in DocBin().from_disk(path).get_docs(vocab):
        doc.ents = [entity for entity in doc.ents if entity.label_ in LABELS]
        yield doc


def articles(folder: Path, language: str, *, held_back: bool) -> Iterator[dict[str, object]]:
    """Annotated articles of a language: those that train, or those that measure."""
    for number, path in enumerate(sorted(folder.glob(f"{language}-*.json"))):
        if (number % HELD_BACK == 0) == held_back:
            yield json.loads(path.read_text(encoding="utf-8"))


def annotated(article: dict[str, object], tagged: Doc) -> Doc:
    """The article with its actors as entities. Actors alone are annotated, so any other capitalised name is unknown."""
    doc = Doc(tagged.vocab, words=[t.text for t in tagged], spaces=[bool(t.whitespace_) for t in tagged])
    entities = actor_spans(article, doc)
    inside = {token.i for span in entities for token in span}
    unknown = [doc[token.i : token.i + 1] for token in tagged if token.tag_ == "PROPN" and token.i not in inside]
    doc.set_ents(entities, missing=unknown, default="outside")
    return doc


def actor_spans(article: dict[str, object], doc: Doc) -> list[Span]:
    """Where the article names its persons, organisations and states: every form, the longest first."""
    found = []
    for actor in article["actors"]:  # type: ignore[attr-defined]
        label = TYPES.get(actor["type"])
        if label is None:
            continue
        for form in names_of(actor):
            for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?=s?(?![\w-]))", doc.text):
                span = doc.char_span(*match.span(), label=label, alignment_mode="contract")
                found += [span] if span is not None else []
    return filter_spans(found)


def names_of(actor: dict[str, str]) -> list[str]:
    """Forms that are names: descriptions with an article or in lower case, and roles before the name, are none."""
    forms = [actor["name"], *actor["same_as"]]
    return [form for form in forms if form[:1].isupper() and form.split()[0] not in ARTICLES and is_bare(form, forms)]


ARTICLES = {"Der", "Die", "Das", "Ein", "Eine", "The", "A", "An"}


def is_bare(form: str, forms: list[str]) -> bool:
    """»Premierminister Tony Blair« is no name where »Tony Blair« is one."""
    return not any(other != form and form.endswith(" " + other) for other in forms)


def tagged_articles(folder: Path, language: str, nlp: Language, *, held_back: bool = False) -> Iterator[Doc]:
    """The articles as training examples, tagged by `nlp` to tell the names that nobody annotated."""
    for article in articles(folder, language, held_back=held_back):
        yield annotated(article, nlp(str(article["text"])))
