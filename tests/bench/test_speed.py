"""What extraction costs on top of the language pipeline alone: `make bench`.

Both read the same article in the same run, turn by turn, so that a busy machine slows both.
"""

from pathlib import Path
from statistics import median
from time import process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import kg
from kg.pipeline import reader

pytestmark = pytest.mark.slow
ON_TOP = 0.40  # of the pipeline's own time
ROUNDS = 40  # pairs, of whose ratios the median varies by less than two points of a hundred; that of the least, by four
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def articles(root: Path) -> list[kg.Document]:
    found = list(kg.read([root / "seeds"], on_error=lambda error: None))
    german = [document for document in found if document.language == "de"]
    for document in german:  # what is cached by word is cached
        reader().extract(document)
    return german


@pytest.mark.parametrize("what", ["pipeline", "extraction"])
def test_reading_the_seeds(benchmark: BenchmarkFixture, articles: list[kg.Document], what: str) -> None:
    work = {"pipeline": lambda each: reader().nlp(each.text), "extraction": reader().extract}[what]
    benchmark(lambda: [work(each) for each in articles])


def test_extraction_costs_little_on_top(articles: list[kg.Document]) -> None:
    bare, whole = [], []
    for _ in range(ROUNDS):
        for times, work in ((bare, lambda each: reader().nlp(each.text)), (whole, reader().extract)):
            start = process_time()
            for each in articles:
                work(each)
            times.append(process_time() - start)
    assert median(both / alone for both, alone in zip(whole, bare, strict=True)) <= 1 + ON_TOP


def test_a_text_of_a_megabyte_is_read_in_linear_time(articles: list[kg.Document]) -> None:
    text = "\n\n".join(each.text for each in articles) + "\n\n"
    short, long = (text * (size // len(text.encode())) for size in (MEGABYTE // 20, MEGABYTE))
    times = []
    for body in (short, long):
        start = process_time()
        found = reader().extract(kg.Document(body, "long", language="de"))
        times.append(process_time() - start)
        assert found.positions
    assert times[1] / len(long) <= 2 * times[0] / len(short)
