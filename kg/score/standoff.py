"""Own annotation of positions without the texts, made whole again as a gold folder.

    python -m kg.score.standoff ../shared/data/quotes-de/train.jsonl.gz build/gold-own

A line of `positions-<language>.jsonl.gz` is a gold document (see `kg.score.records`) that names its text instead of
holding it; `SPANS` of its records are [start, end] in characters of the text, where gold documents have the words.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SPANS = ("anchor", "holder_anchor", "cue", "target_anchor")


def whole(language: str, texts: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The gold documents. A text that is not at hand raises `KeyError`."""
    with gzip.open(HERE / f"positions-{language}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            text = texts[document["source"]]
            records = [filled(record, text) for record in document["positions"]]
            yield document | {"text": text, "positions": records}


def read_texts(path: Path) -> dict[str, str]:
    """Document → text, of gzipped JSON Lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {record["document"]: record["text"] for record in map(json.loads, lines)}


def filled(record: Mapping[str, Any], text: str) -> dict[str, Any]:
    spans = {name: record[name] and text[slice(*record[name])] for name in SPANS if name in record}
    return {**record, **spans}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m kg.score.standoff", description=__doc__)
    parser.add_argument("texts", type=Path, help="JSON Lines, gzipped, with `document` and `text`")
    parser.add_argument("folder", type=Path, help="where the gold documents go")
    parser.add_argument("--language", default="de")
    options = parser.parse_args()
    texts = read_texts(options.texts)
    options.folder.mkdir(parents=True, exist_ok=True)
    for document in whole(options.language, texts):
        path = options.folder / f"{document['id']}.json"
        path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
