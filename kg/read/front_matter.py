"""The YAML block before a text: three dashes, `key: value` lines, three dashes."""

import re

import yaml

from kg.read.metadata import KEYS, Metadata, Unread, metadata, undated

MAX_CHARACTERS = 10_000  # five short values need 500; other tools' keys are welcome, a data file is not
MAX_DEPTH = 5  # of lists and mappings in each other; ours are one mapping
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
OPENING = re.compile(r"---[ \t]*\n")
LINE = re.compile(r"([\w-]+):[ \t]+([^\s\[{|>&*].*)")  # `key: value`, where the value begins nothing else of YAML


def split(text: str) -> tuple[Metadata, str, list[Unread]]:
    """What the front matter says, the body after it, and what is not read: the keys that are none of ours, no dates.

    Raises `ValueError` for front matter that is wrong.
    """
    opening = OPENING.match(text)
    if not opening:
        return Metadata(), text, []
    closing = CLOSING.search(text, opening.end(), opening.end() + MAX_CHARACTERS)
    if not closing:
        raise ValueError(f"the line --- that closes it is missing in the first {MAX_CHARACTERS:,} characters")
    found = values("\n".join(map(written_out, text[opening.end() : closing.start()].split("\n"))))
    texts = {key: value for key, value in found.items() if isinstance(value, str)}
    unread = [*(Unread(key) for key in found if key not in KEYS), *undated(texts)]
    return metadata(texts), text[closing.end() :], unread


def written_out(line: str) -> str:
    """A line that is no YAML by itself, its value in quotes: »title: Streit: Merz gegen Bas« is what people write.

    Quotes that a line does not close may be closed in the next one, so that such a line is left as it is.
    """
    found = LINE.fullmatch(line)
    if not found or (found[2][0] in "\"'" and found[2].count(found[2][0]) < 2) or is_yaml(line):
        return line
    value = found[2].strip().replace("'", "''")
    return f"{found[1]}: '{value}'"


def is_yaml(line: str) -> bool:
    try:
        return bool(list(yaml.parse(line, yaml.BaseLoader)))
    except yaml.YAMLError:
        return False


def values(block: str) -> dict[str, object]:
    """The block's values by key: texts, lists and mappings.

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
    return {key: value for key, value in loaded.items() if isinstance(key, str)}


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
