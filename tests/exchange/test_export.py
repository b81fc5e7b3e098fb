"""Every format: the same bytes each time, whatever the graph holds; and the command."""

from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import OutputError
from kg.exchange import FORMATS, export
from kg.store import write
from tests.assemble.examples import ARTICLE
from tests.exchange.graphs import EMPTY, STORES, dataset


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("graph", STORES)
def test_the_same_graph_gives_the_same_bytes(format: str, graph: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        export(STORES[graph], tmp_path / name, format)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert (tmp_path / "one").stat().st_size or format == "quickstatements" or graph == "empty"


@pytest.mark.parametrize("format", FORMATS)
def test_the_command_writes_each_format(format: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(dataset(ARTICLE), tmp_path / "graph.ttl")
    assert main(["export", str(tmp_path / "graph.ttl"), "--to", format, "-o", str(tmp_path / "file")]) == 0
    assert (tmp_path / "file").exists()
    printed = capfd.readouterr()
    assert printed.out == ""
    assert ("file is empty: the graph has nothing for" in printed.err) == (format == "quickstatements")


LESS = """
@prefix pos: <https://w3id.org/diplokg/positions#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
<urn:p> a pos:Position ; pos:holder <urn:a> ; pos:stance pos:opposes ; pos:target <urn:i> .
<urn:q> a pos:Position ; pos:holder [ a pos:Person ] ; pos:stance pos:opposes ; pos:target <urn:i> .
<urn:r> a pos:Position ; pos:holder <urn:a> , "x" ; pos:onBehalfOf [] ; pos:stance pos:opposes ; pos:target <urn:i> ;
    pos:confidence "sure" , 7 ; pos:evidence [] , "words" ; pos:attribution ( [] "y" ) ; pos:rule <urn:loop> ;
    prov:wasDerivedFrom [] ; prov:wasGeneratedBy "run" .
<urn:loop> <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <urn:loop> .
[] a pos:Position .
"""


@pytest.mark.parametrize("format", FORMATS)
def test_a_graph_of_somebody_elses_with_less_in_it_is_exported_as_far_as_it_goes(format: str, tmp_path: Path) -> None:
    (tmp_path / "less.ttl").write_text(LESS, "utf-8")
    assert main(["export", str(tmp_path / "less.ttl"), "--to", format, "-o", str(tmp_path / "file")]) == 0


def test_a_place_that_cannot_be_written_is_told_before_the_graph_is_read(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "no.ttl", "--to", "csv", "-o", str(tmp_path / "no" / "file.csv")]) == 1
    assert capfd.readouterr().err.endswith("its folder does not exist; create it or name another place.\n")


def test_an_unknown_format_is_answered_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"'xls' is no format of exports; name one of gexf, "):
        export(EMPTY, tmp_path / "x", "xls")
