import pytest

from kg.store.literals import share


@pytest.mark.parametrize(
    ("text", "number"), [("0.91", 0.91), ("1", 1), ("", None), ("NaN", None), ("7", None), ("viel", None)]
)
def test_a_confidence_is_a_share_or_unknown(text: str, number: float | None) -> None:
    assert share(text) == number
