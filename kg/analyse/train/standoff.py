"""Own annotation of syntax that names its sentences instead of holding their text.

A line of `trees-<language>.jsonl.gz` is `{"document", "start", "end", "tags", "heads", "deps"}`: characters of the
document's text, then for every token of our tokeniser its UPOS, its head (the place in the sentence, 0 the first; the
root its own) and its relation. `gold/…` names an annotated article, an address a press release (`kg.score.releases`),
every other name a document of the quotations.
"""

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg.score.standoff import read_texts as read_quoted

HERE = Path(__file__).parent
RELEASES = Path("build/releases.jsonl.gz")


def trees(language: str, texts: Mapping[str, str], nlp: Language) -> Iterator[Doc]:
    """One Doc a sentence, without lemmas and features. A text that has changed or is missing raises `ValueError`."""
    with gzip.open(HERE / f"trees-{language}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield tree(json.loads(line), texts, nlp)


def tree(record: Mapping[str, Any], texts: Mapping[str, str], nlp: Language) -> Doc:
    name = record["document"]
    if name not in texts:
        raise ValueError(f"{name}: its text is not at hand; `python -m kg.score.releases` writes {RELEASES}.")
    sentence = nlp.make_doc(texts[name][record["start"] : record["end"]])
    tokens = [token for token in sentence if not token.is_space]
    if len(tokens) != len(record["heads"]):
        raise ValueError(f"{name}: the text at {record['start']} is not the one that was annotated.")
    return Doc(
        nlp.vocab,
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        tags=record["tags"],
        heads=record["heads"],
        deps=record["deps"],
        sent_starts=[place == 0 for place in range(len(tokens))],
    )


def read_texts(data: Path, gold: Path, language: str) -> dict[str, str]:
    """Document → text: German quotations, English press releases, and the annotated articles."""
    others = data / "quotes-de" / "train.jsonl.gz" if language == "de" else RELEASES
    texts = read_quoted(others) if others.exists() else {}
    for path in gold.glob(f"{language}-*.json"):
        texts[f"gold/{path.stem}"] = json.loads(path.read_text(encoding="utf-8"))["text"]
    return texts
