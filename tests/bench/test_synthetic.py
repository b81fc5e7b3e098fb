"""What the benchmarks run on has the form of the real thing."""

from tests.bench.synthetic import SHARED, copies, copy

BASE = b"https://w3id.org/diplokg/"
DOCUMENT = BASE + b"document/0123456789abcdef01234567"
LINE = b"<" + DOCUMENT + b"#p-1> <urn:p> <" + BASE + b"issue/end.war> <" + DOCUMENT + b"> .\n"
ENTRY = b'<urn:s> <urn:p> "x" <' + BASE + b"catalogue/1> .\n"


def test_a_copy_has_other_articles_and_shares_its_issues_with_few() -> None:
    one, two, last = (copy(LINE, number) for number in (0, 1, SHARED))
    assert one.count(b"document/0000000089abcdef01234567") == 2
    assert b"document/0000000189abcdef01234567" in two
    assert (b"issue/end.war-0>" in one, b"issue/end.war-0>" in two, b"issue/end.war-1>" in last) == (True, True, True)


def test_so_many_statements_as_are_asked_for_and_none_of_the_catalogue() -> None:
    found = b"".join(copies([LINE, LINE.replace(b"p-1", b"p-2"), ENTRY], 5))
    assert found.count(b"\n") == len(set(found.splitlines())) == 6
    assert b"catalogue" not in found
