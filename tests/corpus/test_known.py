"""An article that the store knows costs next to nothing: nothing of what reads it is loaded."""

import subprocess
import sys
from pathlib import Path

from kg.analyse.load import MODELS
from kg.provenance import SHIPPED

ASK = """
import sys
from kg.cli import main
status = main(["build", sys.argv[1], "--store", sys.argv[2]])
print(status, sorted({"spacy", "simplemma", "kg.pipeline"} & set(sys.modules)))
"""


def test_a_build_of_known_articles_loads_no_pipeline_and_no_dictionary(root: Path, tmp_path: Path) -> None:
    article = root / "seeds" / "2025-12-17-truppen-ukraine.txt"
    first, second = (
        subprocess.run(
            [sys.executable, "-c", ASK, str(article), str(tmp_path / "store")], capture_output=True, text=True
        )
        for _ in range(2)
    )
    assert "'kg.pipeline', 'simplemma', 'spacy'" in first.stdout
    assert (second.stdout, second.stderr.count("1 was known")) == ("0 []\n", 1)


def test_the_shipped_pipelines_are_where_they_are_loaded_from() -> None:
    assert SHIPPED == MODELS
