"""`kg build --store`, `kg retract`, and the other commands on a store."""

import csv
import io
import shutil
from pathlib import Path

import pytest

from kg.cli import main
from kg.query import query
from kg.store import on_disk, open_store

ARTICLES = {
    "truppen.txt": "Russland lehnt die Stationierung von Nato-Truppen in der Ukraine ab.\n",
    "sanktionen.txt": "Deutschland fordert neue Sanktionen gegen Russland.\n",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A store, and the folder of its articles."""
    folder = tmp_path_factory.mktemp("ready")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    assert kg("build", folder, "--language", "de", "--store", folder / "store") == 0
    return folder / "store", folder


def kg(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def holders(store: Path) -> list[str | None]:
    opened = open_store(store)
    try:
        return sorted(
            row[0] or "" for row in query(opened, "SELECT ?who WHERE { ?p a pos:Position ; pos:holder ?who }").rows
        )
    finally:
        opened.close()


GERMANY, RUSSIA = (f"https://w3id.org/diplokg/actor/{name}" for name in ("germany", "russia"))


def test_a_store_grows_article_by_article(articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "store"
    assert kg("build", articles / "truppen.txt", "--language", "de", "--store", store) == 0
    assert capsys.readouterr().err == f"1 document, 1 new position → {store}, where 0 were known\n"
    assert kg("build", articles, "--language", "de", "--store", store) == 0
    assert capsys.readouterr().err == f"2 documents, 1 new position → {store}, where 1 was known\n"
    assert holders(store) == [GERMANY, RUSSIA]


def test_a_changed_article_is_read_again(articles: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert kg("build", articles, "--language", "de", "--store", store) == 0
    (articles / "truppen.txt").write_text(
        "China lehnt die Stationierung von Nato-Truppen in der Ukraine ab.\n", "utf-8"
    )
    assert kg("build", articles, "--language", "de", "--store", store) == 0
    assert holders(store) == ["https://w3id.org/diplokg/actor/china", GERMANY]


def test_an_article_is_retracted(ready: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, folder = ready
    copy = shutil.copytree(store, tmp_path / "store")
    assert kg("retract", copy, folder / "truppen.txt") == 0
    assert capsys.readouterr().err == f"kg: retracted: {folder / 'truppen.txt'}\n"
    assert holders(copy) == [GERMANY]


def test_one_wrong_origin_does_not_keep_the_others(
    ready: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, folder = ready
    copy = shutil.copytree(store, tmp_path / "store")
    assert kg("retract", copy, "HTTPS://example.org/none", folder / "truppen.txt") == 1
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("kg: https://example.org/none: the store has nothing from there; ")
    assert second.startswith("kg: retracted: ")
    assert holders(copy) == [GERMANY]


def test_what_is_no_store_has_nothing_to_retract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kg("retract", tmp_path / "none", "a.txt") == 1
    assert capsys.readouterr().err == (
        f"kg: {tmp_path / 'none'}: there is no store; check the path, or make a store with kg build --store.\n"
    )


def test_the_commands_take_a_store_for_a_graph(
    ready: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, _ = ready
    capsys.readouterr()
    assert kg("query", store, "--name", "opponents-of", "--set", "issue=Ukraine", "--format", "csv") == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["holder"] == RUSSIA
    assert kg("actors", store) == kg("issues", store) == kg("view", store, "-o", tmp_path / "view.html") == 0
    assert "Russland" in (tmp_path / "view.html").read_text("utf-8")


def test_a_store_and_a_file_are_not_written_at_once(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        kg("build", articles, "-o", tmp_path / "a.ttl", "--store", tmp_path / "store")
    assert ended.value.code == 2


def test_the_folder_of_the_articles_is_no_place_for_a_store(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kg("build", articles, "--store", articles) == 1
    assert capsys.readouterr().err == f"kg: {articles}: something else stands there; name an empty or a new folder.\n"


@pytest.mark.parametrize("there", [False, True], ids=["new", "an empty folder"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "missing", "--store", "store"],
        ["build", "articles", "--store", "store", "--model", "missing"],
        ["build", "articles", "--store", "store", "--jobs", "2", "--actors", "missing.ttl"],
        ["load", "store", "missing.nq"],
        ["load", "store", "articles/truppen.txt"],
    ],
)
def test_a_store_into_which_nothing_came_is_not_left_behind(
    articles: Path, arguments: list[str], there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(articles.parent)
    if there:
        Path("store").mkdir()
    assert kg(*arguments) == 1
    assert [list(path.iterdir()) for path in Path().glob("store")] == [[]] * there


def test_an_empty_store_that_was_there_stays(tmp_path: Path) -> None:
    on_disk(tmp_path / "store", create=True).close()
    assert kg("build", tmp_path / "missing", "--store", tmp_path / "store") == 1
    assert holders(tmp_path / "store") == []


@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_there_is_at_least_one_process(articles: Path, tmp_path: Path, number: str) -> None:
    with pytest.raises(SystemExit) as ended:
        kg("build", articles, "--store", tmp_path / "store", "--jobs", number)
    assert ended.value.code == 2


def test_two_processes_build_what_one_builds(ready: tuple[Path, Path], tmp_path: Path) -> None:
    store, folder = ready
    assert kg("build", folder, "--language", "de", "--store", tmp_path / "store", "--jobs", 2) == 0
    assert holders(tmp_path / "store") == holders(store)


@pytest.mark.parametrize("into", ["--store", "--partitions"])
def test_an_article_that_takes_too_long_is_left_out_with_one_process_too(
    into: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = tmp_path / "long.txt"
    long.write_text(ARTICLES["truppen.txt"] * 5000, "utf-8")
    assert kg("build", long, "--language", "de", into, tmp_path / "there", "--timeout", 1) == 1
    said = f"kg: {long}: reading it took longer than 1 seconds; it is left out, split it.\n"
    assert said in capsys.readouterr().err
