"""What is long costs time in proportion, and breaks nothing."""

from tests.recognise.conftest import Extract


def test_a_pronoun_that_goes_on_for_a_thousand_sentences(positions: Extract) -> None:
    assert positions("Sie lehnte den Plan ab. " * 1000) == ()


def test_a_sentence_without_an_end_is_passed_over(positions: Extract) -> None:
    assert positions("Norwegen lehnt den Plan ab und " * 200) == ()
