"""Speeches to learn words from, as their files are named and laid out."""

from pathlib import Path

from kg.analyse.train.speeches import parts, speeches, tokenised


def test_paragraphs_lose_their_numbers_and_line_ends() -> None:
    speech = "\ufeff1.\tWe meet in a\ntime of great tests.\n2. The states that are non-\nnuclear want more.\n\nThanks."
    assert list(parts(speech)) == [
        "We meet in a time of great tests.",
        "The states that are non-nuclear want more.",
    ]


def test_only_newer_speeches_are_read(tmp_path: Path) -> None:
    for name in ("NOR_75_2020.txt", "NOR_10_1955.txt", "README.txt", "._NOR_75_2020.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert list(speeches(tmp_path)) == ["NOR_75_2020.txt"]


def test_tokens_stand_apart() -> None:
    assert list(tokenised(["Norway's plan, we hope."])) == ["Norway 's plan , we hope ."]
