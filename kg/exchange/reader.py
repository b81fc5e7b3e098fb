"""Files of codings, by their suffix."""

from collections.abc import Iterator
from pathlib import Path

from kg.each import OnError
from kg.errors import InputError, fail
from kg.exchange.values import Held
from kg.output import shown

TABLES, DATABASES = (".csv", ".tsv"), (".dna",)


def codings(path: str | Path, *, coder: str = "", on_error: OnError = fail) -> Iterator[Held]:
    """What people coded, from a table or a database of DNA; `coder` is who did, where the file says nobody.

    Raises `InputError` for a file that cannot be read; what is wrong with a single coding goes to `on_error`.
    """
    place = Path(path)
    name = coder or place.stem
    if place.suffix.lower() in TABLES:
        from kg.exchange.sheet import codings as of_table

        yield from of_table(place, name, on_error)
    elif place.suffix.lower() in DATABASES:
        from kg.exchange.dna.read import codings as of_database

        yield from of_database(place, name, on_error)
    else:
        raise InputError("no file of codings; name a table (.csv, .tsv) or a database of DNA (.dna).", shown(path))
