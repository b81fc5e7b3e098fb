"""Treebanks with this project's conventions: contractions as spaCy has them, a role above the name behind it."""

from pathlib import Path

import spacy

from kg.analyse.train.treebank import read, split_contractions

DO_NOT = (
    "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tdo\tdo\tAUX\t_\t_\t3\taux\t_\t_\n2\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\t_"
)
TO_THE = "1-2\tzum\t_\t_\t_\t_\t_\t_\t_\t_\n1\tzu\tzu\tADP\t_\t_\t3\tcase\t_\t_\n2\tdem\tder\tDET\t_\t_\t3\tdet\t_\t_"
PRESIDENT = """\
1\tPresident\tPresident\tPROPN\tNNP\t_\t2\tnmod:desc\t_\t_
2\tAnna\tAnna\tPROPN\tNNP\t_\t4\tnsubj\t_\t_
3\tBerg\tBerg\tPROPN\tNNP\t_\t2\tflat\t_\t_
4\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\t_
"""


def test_a_contraction_is_two_words_without_a_space() -> None:
    words = [line.split("\t") for line in split_contractions(DO_NOT.split("\n"))]
    assert [(word[1], word[9]) for word in words] == [("do", "SpaceAfter=No"), ("n't", "_")]


def test_what_is_no_mere_contraction_stays_one_token() -> None:
    assert [line.split("\t")[0] for line in split_contractions(TO_THE.split("\n"))] == ["1-2", "1", "2"]


def test_a_role_heads_the_name_behind_it(tmp_path: Path) -> None:
    path = tmp_path / "tree.conllu"
    path.write_text(PRESIDENT, encoding="utf-8")
    (doc,) = read(path, spacy.blank("en"))
    assert [(token.text, token.dep_, token.head.text) for token in doc] == [
        ("President", "nsubj", "spoke"),
        ("Anna", "appos", "President"),
        ("Berg", "flat:name", "Anna"),
        ("spoke", "ROOT", "spoke"),
    ]
