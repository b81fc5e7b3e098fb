"""The condition under which a position is held. Persons are invented."""

import pytest

from tests.recognise.conftest import Extract


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norwegen unterstützt den Hafen nur, wenn Schweden zahlt.", "wenn Schweden zahlt"),
        ("Norwegen ist bereit, dem Abkommen zuzustimmen, sofern die Zölle fallen.", "sofern die Zölle fallen"),
        ("Falls die Zölle fallen, will Norwegen dem Abkommen zustimmen.", "Falls die Zölle fallen"),
        ("Norwegen lehnt das Abkommen ab, solange die Zölle gelten.", "solange die Zölle gelten"),
        (
            "Sollte Russland den Plan ablehnen, will Deutschland neue Sanktionen verhängen.",
            "Sollte Russland den Plan ablehnen",
        ),
        (
            "Unter der Bedingung, dass die Zölle fallen, stimmt Norwegen dem Abkommen zu.",
            "Unter der Bedingung, dass die Zölle fallen",
        ),
        ("»Wir stimmen dem Abkommen zu, wenn die Zölle fallen«, sagte die Ministerin Renate Kern.",
         "wenn die Zölle fallen"),
        ("Norwegen unterstützt den Hafen erst nach einem Waffenstillstand.", "erst nach einem Waffenstillstand"),
        ("Norwegen unterstützt den Hafen nur bei einem Abzug der Truppen.", "nur bei einem Abzug der Truppen"),
        ("Norwegen unterstützt den Hafen erst nach Wochen.", None),
        ("Norwegen stimmte dem Abkommen erst nach Gesprächen mit Schweden zu.", None),
        ("Norwegen hat dem Abkommen erst nach Gesprächen mit Schweden zugestimmt.", None),
        ("Auch wenn die Zölle fallen, lehnt Norwegen das Abkommen ab.", None),
        ("Norwegen begrüßt es, wenn Schweden dem Abkommen zustimmt.", None),
        ("Norwegen lehnt im Fall Kern Gespräche mit Russland ab.", None),
        ("Norwegen lehnt das Abkommen ab, weil die Zölle steigen.", None),
    ],
)  # fmt: skip
def test_a_position_may_have_a_condition(positions: Extract, text: str, words: str | None) -> None:
    assert [each.condition and each.condition.text for each in positions(text)] == [words]


@pytest.mark.parametrize(
    ("text", "target", "words"),
    [
        (
            "France supports a ceasefire if Belgium withdraws its troops.",
            "ceasefire",
            "if Belgium withdraws its troops",
        ),
        ("France will support a ceasefire only after talks with Russia.", "ceasefire", "only after talks with Russia"),
        ("France supports talks with Russia only after a ceasefire.", "talks with Russia", "only after a ceasefire"),
        ("France supports a ceasefire after talks with Russia.", "ceasefire after talks with Russia", None),
        ("France agreed to the ceasefire only after talks with Russia.", "ceasefire", None),
        ("France rejects a plan that takes effect if Russia attacks.", "plan that takes effect", None),
    ],
)
def test_a_condition_behind_the_object_is_no_part_of_it(
    positions: Extract, text: str, target: str, words: str | None
) -> None:
    found = [(each.target.name, each.condition and each.condition.text) for each in positions(text, "en")]
    assert found == [(target, words)]


def test_what_follows_a_condition_is_still_held_and_the_condition_is_not(positions: Extract) -> None:
    (position,) = positions("Wenn Russland den Waffenstillstand ablehnt, fordert Deutschland neue Sanktionen.")
    assert (position.holder.name, position.stance) == ("Deutschland", "demands")
