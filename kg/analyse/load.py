"""Language pipelines: ours, or any other that speaks Universal Dependencies."""

from functools import lru_cache
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.util import is_package

from kg.analyse import lemma as _components  # registers kg_lemmatizer, kg_upos, kg_particles
from kg.analyse import verbs as _verbs  # registers kg_verbs
from kg.errors import ModelError
from kg.output import shown

__all__ = ["load"]
assert _components
assert _verbs

MODELS = Path(__file__).parent / "models"
UD = {"nsubj", "obj", "obl", "case", "ccomp"}  # German and English pipelines with other schemes lack some of them


@lru_cache(maxsize=4)
def load(language: str = "de", model: Path | None = None) -> Language:
    """The shipped pipeline of a language, or the one at `model` (a folder, or the name of an installed package).

    Raises `ModelError` if there is none, or if its labels are not Universal Dependencies
    (https://universaldependencies.org/u/dep/).
    """
    path = model or MODELS / language
    if model is None and not path.is_dir():
        raise ModelError(f"No pipeline for the language {language!r} is shipped; name one with --model.")
    try:
        nlp = spacy.load(str(path))  # of a `Path` spaCy does not try whether it is the name of a package
    except (OSError, ValueError) as error:
        raise ModelError(
            f"{shown(path)}: {fault(path, error)}; name the folder of one with --model, or a package that is installed."
        ) from error
    require_ud(nlp, str(path))
    restore_vectors(nlp)
    if "kg_particles" not in nlp.pipe_names:
        nlp.add_pipe("kg_particles", last=True)
    return nlp


def fault(path: Path, error: Exception) -> str:
    if not path.exists() and not is_package(str(path)):
        return "there is no such spaCy pipeline"
    return f"it is not loadable as a spaCy pipeline ({' '.join(str(error).split())})"


def require_ud(nlp: Language, name: str) -> None:
    labels = set(nlp.pipe_labels.get("parser", []))
    if missing := sorted(UD - labels):
        raise ModelError(
            f"{name}: its parser does not speak Universal Dependencies (no {', '.join(missing)}); "
            "choose a pipeline trained on a UD treebank."
        )


def restore_vectors(nlp: Language) -> None:
    """Ours are stored with 16 bits, half the size; the layers compute with 32."""
    vectors = nlp.vocab.vectors
    if vectors.data.dtype == np.float16:
        vectors.data = vectors.data.astype(np.float32)
