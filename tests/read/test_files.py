"""Which files are read, in which order, and what is said of the others."""

import os
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import read
from kg.read.files import MAX_BYTES

ARTICLE = "Der Kanzler hat die Lieferung von Waffen an die Ukraine zugesagt.\n"


def texts(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(ARTICLE, encoding="utf-8")


def ids(*paths: Path) -> tuple[list[str], list[str]]:
    """The names of the documents, and the faults."""
    faults: list[InputError] = []
    documents = [document.id for document in read(paths, on_error=faults.append, on_note=lambda _: None)]
    return documents, [str(fault) for fault in faults]


def fault(path: Path | str) -> str:
    with pytest.raises(InputError) as raised:
        list(read([path]))
    message = str(raised.value)
    assert "\n" not in message
    return message


def test_a_folder_is_read_in_sorted_order_with_the_folders_below_it(tmp_path: Path) -> None:
    texts(tmp_path, "b.txt", "a.md", "C.TXT", "deep/er/z.txt", "deep/d.txt", "photo.jpg")
    assert ids(tmp_path) == (["C", "a", "b", "d", "z"], [])


def test_what_a_folder_has_that_is_not_read_is_one_note(tmp_path: Path) -> None:
    texts(tmp_path, "a.txt", "b.csv", "deep/c.CSV", "d.jsonl.gz", "v1.e.docx", ".f.csv", "README", "g.\n")
    notes: list[str] = []
    assert [document.id for document in read(tmp_path, on_note=notes.append)] == ["a"]
    assert notes == [
        f"{tmp_path}: left out of this folder: 2 .csv, 1 without a suffix, 1 .jsonl.gz, 1 '.\\n', 1 .docx; name each "
        "table, web archive or .xml itself to have it read, and save other texts as .txt."
    ]


def test_a_folder_of_many_kinds_names_the_most_frequent(tmp_path: Path) -> None:
    texts(tmp_path, "a.txt", *(f"b.x{number}" for number in range(9)), "c.x8")
    with pytest.warns(UserWarning, match=r"folder: 2 \.x8, 1 \.x0, .* 1 \.x6, …; name"):
        list(read(tmp_path))


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    texts(tmp_path, "a.txt", ".hidden.txt", ".git/b.txt")
    assert ids(tmp_path) == (["a"], [])


def test_links_that_leave_the_folder_are_passed_over(tmp_path: Path) -> None:
    texts(tmp_path, "sent/a.txt", "secret/b.txt")
    (tmp_path / "sent" / "out.txt").symlink_to(tmp_path / "secret" / "b.txt")
    (tmp_path / "sent" / "out").symlink_to(tmp_path / "secret")
    (tmp_path / "sent" / "again.txt").symlink_to("a.txt")
    (tmp_path / "sent" / "round").symlink_to(".")
    assert ids(tmp_path / "sent") == (["a"], [])


def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    texts(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert ids(tmp_path / "b.txt") == (["b"], [])


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    texts(tmp_path, "a.txt", "b.txt")
    assert ids(tmp_path / "b.txt", tmp_path, tmp_path / "a.txt")[0] == ["b", "a"]


def test_one_path_needs_no_list(tmp_path: Path) -> None:
    texts(tmp_path, "a.txt")
    assert [document.id for document in read(str(tmp_path / "a.txt"))] == ["a"]


def test_one_broken_file_does_not_stop_the_others(tmp_path: Path) -> None:
    texts(tmp_path, "a.txt", "c.txt")
    (tmp_path / "b.txt").write_bytes(b"\0\1\2")
    documents, faults = ids(tmp_path)
    assert documents == ["a", "c"]
    assert len(faults) == 1
    assert "b.txt" in faults[0]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("bom.txt", b"\xef\xbb\xbf", "empty"),
        ("front.md", b"---\ntitle: A\n---\n\n", "empty"),
        ("binary.txt", b"\x7fELF\0\0", "binary"),
        ("latin.txt", "Stra\xdfe\nzur\xfcck".encode("latin-1"), "0xdf at position 4, line 1"),
        ("latin2.txt", b"\xef\xbb\xbfA\nB\nC\xfc", "0xfc at position 8, line 3"),
        ("cut.txt", "Straße".encode()[:5], "0xc3 at position 4, line 1"),
        ("wide.txt", ARTICLE.encode("utf-32"), "binary"),
        ("half.txt", ARTICLE.encode("utf-16")[:-1], "binary"),
        ("large.txt", b"a" * (MAX_BYTES + 1), "larger than 5 MB"),
        ("long.txt", b"Haus " * 210_000, "longer than 1,000,000 characters"),
        ("paper.docx", b"PK", ".docx files are not read; save the article as one of those that are: .txt, .md"),
        ("page.HTML", b"<br>", "no text was found"),
        ("article", b"text", "without a suffix"),
        ("french.txt", "La France a rejeté la proposition du gouvernement américain.".encode(), "German (de)"),
    ],
)
def test_a_fault_is_one_sentence_that_names_the_file_and_the_mend(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    message = fault(tmp_path / name)
    assert message.startswith(f"{tmp_path / name}: ")
    assert says in message
    assert message.endswith(".")
    assert ";" in message, "no mend is named"


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    assert "missing.txt: there is no such file or folder" in fault(tmp_path / "missing.txt")


@pytest.mark.parametrize("path", ["a\0b.txt", "a" * 300 + ".txt", ""])
def test_a_path_that_cannot_be_is_named(path: str) -> None:
    assert fault(path)


def test_a_folder_without_texts_is_named(tmp_path: Path) -> None:
    assert "no article lies in this folder; put files into it" in fault(tmp_path)
    (tmp_path / "photo.jpg").touch()
    assert "no article lies in this folder, only 1 .jpg; name each table" in fault(tmp_path)


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("gone.txt")
    assert "leads nowhere" in fault(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "pipe" in fault(tmp_path)


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts(tmp_path, "a.txt")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "a.txt")

    monkeypatch.setattr(Path, "open", refuse)  # for root, who may read everything
    assert "chmod u+r" in fault(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    texts(tmp_path, "a.txt", "closed/b.txt")
    (tmp_path / "closed").chmod(0)
    try:
        documents, faults = ids(tmp_path)
    finally:
        (tmp_path / "closed").chmod(0o700)
    assert documents == ["a"]
    assert "closed: reading it is not permitted" in faults[0]


@pytest.mark.parametrize("name", ["-a.txt", "a'\"b.txt", "<script>.txt", "a b.txt", "größe.txt"])
def test_a_strange_name_is_a_name(tmp_path: Path, name: str) -> None:
    texts(tmp_path, name)
    (document,) = read(tmp_path)
    assert document.id == name.removesuffix(".txt")
    assert document.source == str(tmp_path / name)


@pytest.mark.parametrize("name", ["a\nkg: all is fine.txt", "a\x1b[2Jb.txt", "\u202etxt.a.txt"])
def test_a_name_that_would_change_the_message_is_escaped_in_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    message = fault(tmp_path)
    assert message.isprintable()


def test_a_name_that_is_not_unicode_can_still_be_written_down(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff.txt")
    texts(tmp_path, name)
    (document,) = read(tmp_path)
    assert document.id == "\ufffd"
    assert document.source.encode()
