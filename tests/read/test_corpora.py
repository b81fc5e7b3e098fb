"""Tables and archives of many articles: which documents are in them, and what is said of the rest."""

import gzip
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Document
from kg.read import Columns, LanguageError, Metadata, columns, read
from kg.read.delimited import DELIMITERS
from tests.read.samples import known

GERMAN = "Der Kanzler hat die Lieferung von Waffen an die Ukraine zugesagt."
OTHER = "Die Ministerin lehnt die Sanktionen gegen Russland ab, sagte sie am Montag in Berlin."
FRENCH = "Le chancelier a promis de livrer des armes, a dit son ministre lundi dans la capitale."


def found(file: Path, told: str = "") -> tuple[list[Document], list[str]]:
    """The documents of a file, and the faults, each without the folder."""
    faults: list[InputError] = []
    documents = list(read(file, columns=columns(told) if told else None, on_error=faults.append))
    assert all(str(fault).isprintable() for fault in faults)
    return documents, [str(fault).replace(f"{file.parent}/", "") for fault in faults]


def jsonl(rows: list[dict[str, object]]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def table(rows: list[dict[str, object]], delimiter: str = ",") -> bytes:
    fields = [list(rows[0]), *(list(map(str, row.values())) for row in rows)]
    return "".join(delimiter.join(f'"{one}"' for one in row) + "\r\n" for row in fields).encode()


def parquet(rows: list[dict[str, object]]) -> bytes:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(rows), sink, row_group_size=1)
    return bytes(sink.getvalue().to_pybytes())


FORMS: dict[str, Callable[[list[dict[str, object]]], bytes]] = {
    "a.jsonl": jsonl,
    "a.ndjson": jsonl,
    "a.jsonl.gz": lambda rows: gzip.compress(jsonl(rows)),
    "a.csv": table,
    "a.csv.gz": lambda rows: gzip.compress(table(rows)),
    "a.tsv": lambda rows: table(rows, "\t"),
    "a.parquet": parquet,
}
form = pytest.mark.parametrize("name", FORMS)


def written(folder: Path, name: str, rows: list[dict[str, object]]) -> Path:
    file = folder / name
    file.write_bytes(FORMS[name](rows))
    return file


@form
def test_a_row_is_an_article(tmp_path: Path, name: str) -> None:
    row: dict[str, object] = {
        "id": "x/7 ä", "Headline": "Zusage", "body": GERMAN, "date_published": "2025-12-17T10:00:00Z",
        "source": "Blatt", "link": "https://example.org/a", "lang": "de-AT", "other": "1",
    }  # fmt: skip
    file = written(tmp_path, name, [row, {**row, "id": "8", "body": OTHER}])
    documents, faults = found(file)
    assert documents[0] == Document(
        text=GERMAN,
        id="x/7 ä",
        source=f"{file}#x%2F7%20%C3%A4",
        language="de",
        title="Zusage",
        published=date(2025, 12, 17),
        publisher="Blatt",
        url="https://example.org/a",
    )
    assert [one.text for one in documents] == [GERMAN, OTHER]
    assert faults == []


@form
def test_columns_are_named_and_rows_have_numbers(tmp_path: Path, name: str) -> None:
    file = written(tmp_path, name, [{"text": "nicht gemeint", "t": GERMAN}, {"text": "", "t": OTHER}])
    documents, faults = found(file, "text=t")
    assert [(one.text, one.id, one.source) for one in documents] == [
        (GERMAN, "1", f"{file}#1"),
        (OTHER, "2", f"{file}#2"),
    ]
    assert faults == []


@form
def test_a_missing_column_is_one_sentence_with_those_that_there_are(tmp_path: Path, name: str) -> None:
    documents, faults = found(written(tmp_path, name, [{"a": GERMAN, "b": "x"}] * 3))
    assert (documents, len(faults)) == ([], 1)
    assert "there is no column that is called text; name one of a, b with --columns PART=COLUMN" in faults[0]
    _, (fault,) = found(tmp_path / name, "text=c")
    assert "there is no column 'c'; name one of a, b with --columns PART=COLUMN" in fault


@form
def test_one_bad_row_never_stops_the_others(tmp_path: Path, name: str) -> None:
    rows: list[dict[str, object]] = [
        {"text": GERMAN, "date": "2025-12-17", "url": ""}, {"text": "", "date": "", "url": ""},
        {"text": GERMAN, "date": "", "url": "hier"}, {"text": FRENCH, "date": "", "url": ""},
        {"text": OTHER, "date": "20251218", "url": ""},
    ]  # fmt: skip
    documents, faults = found(written(tmp_path, name, rows))
    assert [(one.text, one.published) for one in documents] == [
        (GERMAN, date(2025, 12, 17)),
        (OTHER, date(2025, 12, 18)),
    ]
    assert faults[:2] == [
        f"{name}, row 2: it is empty; give it the text of an article.",
        f"{name}, row 3: url: 'hier' is no web address; write it like https://example.org/article",
    ]
    assert faults[2].startswith(f"{name}, row 4: the text seems to be neither in German (de) nor in English (en); ")


@form
def test_what_is_no_date_costs_no_row_and_is_told_once(tmp_path: Path, name: str) -> None:
    written_as = ["2025-12-17", "gestern", "morgen", "17.12.2025"]
    file = written(tmp_path, name, [{"text": f"{GERMAN} {one}", "date": one} for one in written_as])
    notes: list[str] = []
    days = [one.published for one in read(file, on_note=notes.append)]
    assert days == [date(2025, 12, 17), None, None, date(2025, 12, 17)]
    says = "date: 'gestern' is no date; write it like 2025-12-17 (left out; others like it are too, without a word)."
    assert notes == [f"{file}#2: {says}"]


@pytest.mark.parametrize(("written_as", "day"), [
    (1710316800, date(2024, 3, 13)), (1710316800.5, date(2024, 3, 13)), (1710316800000, date(2024, 3, 13)),
    (20240313, date(2024, 3, 13)), (True, None), ({"$date": "2024"}, None), (["a"], None), (0, None), (-1e300, None),
])  # fmt: skip
def test_a_date_that_is_no_text(tmp_path: Path, written_as: object, day: date | None) -> None:
    file = written(tmp_path, "a.jsonl", [{"text": GERMAN, "date": written_as}])
    assert [one.published for one in read(file, on_note=[].append)] == [day]


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet"])
def test_numbers_as_pandas_writes_them(tmp_path: Path, name: str) -> None:
    nothing = float("nan")
    rows: list[dict[str, object]] = [
        {"id": 7.0, "title": nothing, "date": nothing, "text": GERMAN},
        {"id": nothing, "title": nothing, "date": 1710316800.0, "text": OTHER},
        {"id": 7.5, "title": nothing, "date": nothing, "text": OTHER},
        {"id": float("inf"), "title": nothing, "date": nothing, "text": OTHER},
    ]
    documents, faults = found(written(tmp_path, name, rows))
    assert [(one.id, one.title, one.published) for one in documents] == [
        ("7", None, None),
        ("2", None, date(2024, 3, 13)),
    ]
    says = "id: what stands there is no text but a number; name another column with --columns."
    assert faults == [f"{name}, row {number}: {says}" for number in (3, 4)]


@form
def test_an_id_that_comes_twice_names_two_articles(tmp_path: Path, name: str) -> None:
    documents, faults = found(written(tmp_path, name, [{"id": "x", "text": GERMAN}, {"id": "x", "text": OTHER}]))
    assert [one.source.partition("#")[2] for one in documents] == ["x", "x%402"]
    assert faults == []


@form
@pytest.mark.parametrize("id", ["../../etc/passwd", "/etc/passwd", "..", "a//b", "C:\\x", "\u202e<b>", "a#b"])
def test_an_id_leads_nowhere(tmp_path: Path, name: str, id: str) -> None:
    from kg.corpus import origin

    file = written(tmp_path, name, [{"id": id, "text": GERMAN}])
    ((document,), _) = found(file)
    assert Path(origin(document)).parent == tmp_path
    assert origin(document) == document.source
    assert "/" not in document.source.partition("#")[2]


@form
def test_a_language_that_is_not_read_is_no_failure(tmp_path: Path, name: str) -> None:
    faults: list[InputError] = []
    assert list(read(written(tmp_path, name, [{"text": FRENCH, "lang": "fr"}]), on_error=faults.append)) == []
    assert [type(fault) for fault in faults] == [LanguageError]


@form
def test_a_table_in_a_folder_is_not_read_unasked(tmp_path: Path, name: str) -> None:
    written(tmp_path, name, [{"text": GERMAN}])
    with pytest.raises(InputError, match="no article lies in this folder"):
        list(read(tmp_path))


def test_what_the_options_say_fills_what_a_row_leaves_open(tmp_path: Path) -> None:
    file = written(tmp_path, "a.jsonl", [{"text": GERMAN, "title": None}, {"text": OTHER, "title": "A"}])
    assert [one.title for one in read(file, defaults=Metadata(title="B"))] == ["B", "A"]


def test_a_column_may_lie_in_an_object(tmp_path: Path) -> None:
    row: dict[str, object] = {"content": GERMAN, "source": {"name": "Blatt"}, "meta": {"d": "2025-01-02"}}
    ((document,), faults) = found(written(tmp_path, "a.jsonl", [row]), "date=meta.d")
    assert (document.publisher, document.published, faults) == ("Blatt", date(2025, 1, 2), [])


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_a_slip_in_a_name_is_told(tmp_path: Path, name: str) -> None:
    documents, faults = found(written(tmp_path, name, [{"text": GERMAN, "headline": "A"}]), "title=headlin")
    assert (documents, faults) == (
        [],
        [f"{name}: there is no column 'headlin'; name one of text, headline with --columns PART=COLUMN"],
    )


def test_a_time_of_parquet_is_a_day(tmp_path: Path) -> None:
    from datetime import datetime

    ((document,), _) = found(written(tmp_path, "a.parquet", [{"text": GERMAN, "date": datetime(2025, 1, 2, 3)}]))
    assert document.published == date(2025, 1, 2)


def test_lines_without_a_text_are_told_of_together(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [{"a": 1}, {"text": GERMAN}, *([{"a": 1}] * 200)]
    documents, faults = found(written(tmp_path, "a.jsonl", rows))
    assert len(documents) == 1
    assert faults == [
        "a.jsonl, row 1: there is no column that is called text; name one of a with --columns PART=COLUMN "
        "(200 more rows are like it)"
    ]


@pytest.mark.parametrize(("line", "says"), [
    (b"{", "it is not JSON (Expecting property name enclosed in double quotes, character 2); write one object a line."),
    (b"[1]", "it is no JSON object; write one object a line."),
    (b'{"text": "\xfc"}', "it is not in UTF-8 (byte 0xfc at position 10); convert the file to UTF-8, "),
    (b'{"text": "a\\u0000b"}', "the text holds a null byte, which no text has; "),
    (b'{"text": "a\\ud800b"}', "the text holds half a character (a lone surrogate); "),
    (b'{"text": ["a"]}', "text: what stands there is no text but a list; name another column with --columns."),
    (b'{"text": "a", "url": "file:///x"}', "url: 'file:///x' is no web address; "),
    (b'{"text": ' + b"[" * 100_000, "it is nested too deeply; write one flat object a line."),
    (b'{"text": ' + b'{"a":' * 100_000, "it is nested too deeply; write one flat object a line."),
    (b'{"text": ' + b"1" * 5_000 + b"}", "Exceeds the limit"),
    (b"x" * 6_000_000, "larger than 5 MB; split it into one row an article."),
])  # fmt: skip
def test_what_is_wrong_with_a_line(tmp_path: Path, line: bytes, says: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(jsonl([{"text": GERMAN}]) + line + b"\n\n" + jsonl([{"text": OTHER}]))
    documents, faults = found(file)
    assert [one.id for one in documents] == ["1", "4"]
    assert [fault[: len(says) + len("a.jsonl, row 2: ")] for fault in faults] == [f"a.jsonl, row 2: {says}"]


def test_quotes_as_rfc_4180_has_them(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(
        b"\xef\xbb\xbfid,text,title\r\n"
        b'1,"Er sagte, ""die Lieferung von Waffen""\r\nist an die Ukraine zugesagt.",5" Rohr\n'
        b"\n"
        b'2,Der Kanzler hat die Lieferung an die Ukraine zugesagt.,""\n'
        b'3,"""Nein"", sagte der Kanzler, die Lieferung von Waffen ist nicht zugesagt.","A ""B"""'
    )
    documents, faults = found(file)
    assert [(one.id, one.text[:24], one.title) for one in documents] == [
        ("1", 'Er sagte, "die Lieferung', '5" Rohr'),
        ("2", "Der Kanzler hat die Lief", None),
        ("3", '"Nein", sagte der Kanzle', 'A "B"'),
    ]
    assert faults == []


@pytest.mark.parametrize("name", ["a.csv", "a.tsv"])
@pytest.mark.parametrize(("header", "divider"), [
    ("id,title,text", ","), ("id;title;text", ";"), ("id\ttitle\ttext", "\t"), ("\n\r\nid;title;text", ";"),
    ('"id";"title, or, none";"text"', ";"), ('id,"title;;;",text', ","), (";title;text", ";"), ("\ttitle\ttext", "\t"),
    ("\ufeffid;title;text", ";"), ("Artikel-ID;Überschrift;Volltext", ";"),
])  # fmt: skip
def test_what_divides_the_fields_is_told_from_the_header(tmp_path: Path, name: str, header: str, divider: str) -> None:
    file = tmp_path / name
    row = divider.join(("1", "A", GERMAN))
    file.write_text(f"{header}\n{row}\n{row}{divider}\n", "utf-8")
    documents, faults = found(file)
    assert [one.text for one in documents] == [GERMAN]
    assert faults == [
        f"{name}, row 2: it has 4 fields, and the header has 3; put quotes around what holds a "
        f"{DELIMITERS[divider.encode()]}, a quote or a line end."
    ]


def test_a_table_with_german_names_of_columns(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    header = "Titel;Inhalt;Datum;Quelle;Sprache;Autor;Link"
    file.write_text(f"{header}\nZusage;{GERMAN};2025-12-17;Blatt;Deutsch;A. B.;https://example.org/a\n", "utf-8")
    ((document,), faults) = found(file)
    assert (document.text, document.language, faults) == (GERMAN, "de", [])
    assert known(document) == ("Zusage", "2025-12-17", "Blatt", "https://example.org/a")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.csv.gz", "a.tsv"])
def test_a_table_in_utf_16(tmp_path: Path, name: str, encoding: str) -> None:
    file = written(tmp_path, name, [{"text": f"{GERMAN} Größe {number} 🙂"} for number in range(800)])
    data = file.read_bytes()
    recoded = (gzip.decompress(data) if name.endswith(".gz") else data).decode().encode(encoding)
    file.write_bytes(gzip.compress(recoded) if name.endswith(".gz") else recoded)
    documents, faults = found(file)
    assert [one.text[len(GERMAN) :] for one in documents] == [f" Größe {number} 🙂" for number in range(800)]
    assert faults == []


def test_a_table_in_utf_16_that_is_cut_off_loses_its_last_row_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(f'text\n{GERMAN}\n"{OTHER}"'.encode("utf-16")[:-3])
    documents, (fault,) = found(file)
    assert [one.text for one in documents] == [GERMAN]
    assert fault.startswith("a.csv, row 2: it is no row of a table (unexpected end of data); ")


@pytest.mark.parametrize(("row", "says"), [
    (b"a", "it has 1 fields, and the header has 2; put quotes around what holds a comma, a quote or a line end."),
    (b"a,b,c", "it has 3 fields, and the header has 2; "),
    (b'a,"b"c', "it is no row of a table (',' expected after '\"'); put quotes around fields, "),
    (b'a,"Stra\xdfe"', "it is not in UTF-8 (byte 0xdf at position 7); "),
    (b'a,"x\0y"', "the text holds a null byte, "),
    (b'a,"' + b"x" * 6_000_000 + b'"', "larger than 5 MB; split it into one row an article, or close its quotes."),
    (b'a,"' + b'x""\n' * 1_500_000 + b'"', "larger than 5 MB; split it into one row an article, or close its quotes."),
    (b"a," + b"x" * 6_000_000, "larger than 5 MB; "),
])  # fmt: skip
def test_what_is_wrong_with_a_row(tmp_path: Path, row: bytes, says: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"id,text\n1," + GERMAN.encode() + b"\n" + row + b'\n3,"' + OTHER.encode() + b'"\n')
    documents, faults = found(file)
    assert [one.id for one in documents] == ["1", "3"]
    assert [fault[: len(says) + len("a.csv, row 2: ")] for fault in faults] == [f"a.csv, row 2: {says}"]


@pytest.mark.parametrize(("name", "data", "says"), [
    ("a.csv", b"", "a.csv: it is empty; write the names of the columns into its first row."),
    ("a.csv", b'"a', "a.csv, header: it is no row of a table (unexpected end of data); "),
    ("a.tsv", b'"id"\0\t"text"', "a.tsv, header: it is no row of a table (' ' expected after '\"'); "),
    ("a.csv", b",".join([b"text"] * 2_000), "a.csv: more than 1,000 columns; keep those of the articles."),
    ("a.csv", "Straße,text\n".encode("cp1252"), "a.csv, header: it is not in UTF-8 (byte 0xdf at position 4); "),
    ("a.csv", b"text\r\n\"" + GERMAN.encode(), "a.csv, row 1: it is no row of a table (unexpected end of data); "),
    ("a.jsonl.gz", b"no gzip", "a.jsonl.gz: it is no gzip from some place on (Not a gzipped file (b'no')), and "),
    ("a.jsonl.gz", gzip.compress(b"{}\n" * 9)[:-9], "a.jsonl.gz: the file is cut off, and the rest is not read; "),
    ("a.jsonl.gz", gzip.compress(b"") + b"garbage", "a.jsonl.gz: it is no gzip from some place on ("),
    ("a.parquet", b"", "a.parquet: no Parquet file that can be read ("),
    ("a.parquet", b"PAR1" + b"\xff" * 100 + b"PAR1", "a.parquet: no Parquet file that can be read ("),
])  # fmt: skip
def test_what_is_wrong_with_a_file(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    documents, (fault, *_) = found(tmp_path / name)
    assert documents == []
    assert fault.startswith(says)


def test_a_device_is_no_corpus(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "a.jsonl")
    assert found(tmp_path / "a.jsonl")[1] == ["a.jsonl: this is a device or a pipe; save its content as a file."]


def test_a_damaged_parquet_file_gives_what_comes_before(tmp_path: Path) -> None:
    file = written(tmp_path, "a.parquet", [{"text": GERMAN + " " * number} for number in range(40)])
    data = bytearray(file.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 2_000] = b"\xff" * 2_000
    file.write_bytes(data)
    documents, faults = found(file)
    assert len(documents) < 40
    assert len(faults) == 1


@pytest.mark.parametrize(("text", "says"), [
    ("body", "'body' is not PART=COLUMN, with one of text, title, date, "),
    ("body=text", "'body=text' is not PART=COLUMN, with one of "),
    ("text=", "'text=' is not PART=COLUMN, "),
    ("text=a,text=b", "text=… is given twice; an article has one"),
])  # fmt: skip
def test_what_is_wrong_with_columns(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=f"^{says}"):
        columns(text)


def test_the_likeliest_column_is_taken() -> None:
    assert Columns().of(["content", "Text", "source", "publisher", "ID", "_id"]) == {
        "text": "Text", "publisher": "publisher", "id": "ID",
    }  # fmt: skip


@pytest.mark.parametrize(("part", "names"), [
    ("text", "Text Inhalt Volltext Artikeltext"), ("title", "Titel Überschrift Schlagzeile"),
    ("date", "Datum Erscheinungsdatum veröffentlicht_am"), ("publisher", "Quelle Medium Zeitung Herausgeber"),
    ("url", "URL Link Adresse"), ("language", "Sprache"), ("id", "Artikel-ID"),
])  # fmt: skip
def test_german_names_of_columns(part: str, names: str) -> None:
    for name in names.split():
        assert Columns().of([name] if part == "text" else ["text", name])[part] == name


def test_languages_that_are_not_read_are_counted_where_they_are_many(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from kg.cli import main

    texts = [*(f"{FRENCH} {number}" for number in range(8)), "Russland lehnt die Sanktionen der Europäischen Union ab."]
    rows: list[dict[str, object]] = [{"nr": number, "inhalt": text} for number, text in enumerate(texts)]
    file = written(tmp_path, "a.jsonl", rows)
    assert main(["extract", str(file), "--columns", "text=inhalt,id=nr"]) == 0
    said = capsys.readouterr()
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == ["8"]
    assert said.err.count("the text seems to be neither") == 5
    assert said.err.count("more texts are in languages that are not read; from here on they are only counted") == 1
    assert "1 document, 1 position (8 skipped)" in said.err
