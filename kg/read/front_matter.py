"""The YAML block before a text: three dashes, `key: value` lines, three dashes."""

import re

import yaml

from kg.read.metadata import Metadata, metadata

MAX_CHARACTERS = 10_000  # five short values need 500; other tools' keys are welcome, a data file is not
MAX_DEPTH = 5  # of lists and mappings in each other; ours are one mapping
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
OPENING = re.compile(r"---[ \t]*\n")


def split(text: str) -> tuple[Metadata, str]:
    """What the front matter says, and the body after it. Raises `ValueError` for front matter that is wrong."""
    opening = OPENING.match(text)
    if not opening:
        return Metadata(), text
    closing = CLOSING.search(text, opening.end(), opening.end() + MAX_CHARACTERS)
    if not closing:
        raise ValueError(f"the line --- that closes it is missing in the first {MAX_CHARACTERS:,} characters")
    return metadata(values(text[opening.end() : closing.start()])), text[closing.end() :]


def values(block: str) -> dict[str, str]:
    """The block's texts by key.

    `BaseLoader` builds nothing but texts, lists and mappings, as safe as `SafeLoader`, and leaves each value as it was
    written: a title »No« stays a title and is not `False`.
    """
    try:
        refuse_bombs(block)
        loaded = yaml.load(block, yaml.BaseLoader) or {}  # noqa: S506, builds no objects
    except yaml.YAMLError as error:
        raise ValueError(f"it is not YAML{place(error)}; write one `key: value` a line") from None
    if not isinstance(loaded, dict):
        raise ValueError("it is not a list of `key: value` lines")
    return {key: value for key, value in loaded.items() if isinstance(key, str) and isinstance(value, str)}


def refuse_bombs(block: str) -> None:
    """Raises `ValueError` at aliases, which grow without bound, and at nesting, for which YAML needs quadratic time."""
    depth = 0
    for event in yaml.parse(block, yaml.BaseLoader):
        if isinstance(event, yaml.AliasEvent):
            raise ValueError("it must not use aliases (*name); write each value out")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise ValueError(f"it is nested more than {MAX_DEPTH} deep; write one `key: value` a line")


def place(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    return f" in line {mark.line + 2}" if mark else ""  # the mark counts from 0, and the opening dashes are line 1
