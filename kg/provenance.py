"""What a graph was made with: the version of this package, of the language pipelines, of the vocabulary."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from kg.assemble.run import Run
from kg.version import package_version
from kg.vocabulary.load import ontologies

SHIPPED = Path(__file__).parent / "analyse" / "models"  # where kg.analyse.load has them: to ask it would load spaCy


@lru_cache(maxsize=4)
def run_of(model: Path | None, actors: tuple[Path, ...]) -> Run:
    """What makes a graph: this package, the pipelines, the words."""
    return Run(package_version(), pipelines(model), vocabulary_hash(actors))


def pipelines(model: Path | None) -> str:
    """The pipeline at `model`, or all that are shipped, by what they say of themselves and not by where they lie."""
    if model:
        from kg.analyse.load import load

        return described(load("de", model).meta)
    shipped = sorted(SHIPPED.glob("*/meta.json"))
    return ", ".join(described(json.loads(path.read_text(encoding="utf-8"))) for path in shipped)


def described(meta: Mapping[str, object]) -> str:
    """»de_pipeline-0.0.0-1f0c…«: the hash takes in the scores too, which tell two trainings of one recipe apart."""
    digest = hashlib.sha256(json.dumps(meta, sort_keys=True, default=str).encode()).hexdigest()
    return f"{meta.get('lang')}_{meta.get('name')}-{meta.get('version')}-{digest[:8]}"


def vocabulary_hash(actors: Sequence[Path]) -> str:
    """A hash of all vocabulary files, so that a graph tells which words it was made with."""
    digest = hashlib.sha256()
    for folder in (ontologies(), *actors):
        for path in [folder] if folder.is_file() else sorted(folder.rglob("*.ttl")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
