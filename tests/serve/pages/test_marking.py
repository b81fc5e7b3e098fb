"""Texts with marks that overlap in any way."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.serve.pages.marking import Mark, joined, pieces, quoted

TEXT = "Eins zwei drei vier."


def test_what_overlaps_is_cut_where_anything_begins_or_ends() -> None:
    marks = [Mark("evidence", 0, 14, 1), Mark("cue", 5, 9, 1), Mark("evidence", 5, 20, 2)]
    found = [(one.text, one.kinds, one.number, one.ending) for one in pieces(TEXT, marks)]
    assert found == [
        ("Eins ", ("evidence",), 1, ()),
        ("zwei", ("cue", "evidence"), 1, ()),
        (" drei", ("evidence",), 1, (1,)),
        (" vier.", ("evidence",), 2, (2,)),
    ]


patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on a busy machine
places = st.integers(0, 30)
anywhere = st.lists(st.builds(Mark, st.sampled_from(("cue", "evidence", "tie")), places, places, st.integers(0, 3)))


@patient
@given(anywhere, st.integers(0, 5))
def test_no_mark_takes_or_adds_a_letter(marks: list[Mark], offset: int) -> None:
    assert "".join(one.text for one in pieces(TEXT, marks, offset)) == TEXT


@patient
@given(anywhere)
def test_every_letter_is_marked_as_all_that_it_is(marks: list[Mark]) -> None:
    at = 0
    for piece in pieces(TEXT, marks):
        inside = [one for one in marks if one.start < one.end and one.start <= at < one.end and one.start < len(TEXT)]
        assert set(piece.kinds) == {one.kind for one in inside}
        at += len(piece.text)


def test_passages_that_overlap_or_touch_are_one() -> None:
    assert joined([(20, "drei"), (0, "Eins zwei"), (5, "zwei und"), (14, "mehr"), (14, "mehr")]) == [
        (0, "Eins zwei und mehr  drei")
    ]


def test_between_passages_something_is_left_out() -> None:
    found = list(quoted([(30, "Dann das."), (0, "Erst dies.")], [Mark("cue", 35, 38, 1)]))
    assert [(one.text, one.gap, one.number) for one in found] == [
        ("Erst dies.", False, 0),
        ("Dann ", True, 0),
        ("das", False, 1),
        (".", False, 0),
    ]
