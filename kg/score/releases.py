"""The texts of press releases, out of the versions of a feed that a git repository keeps.

    python -m kg.score.releases PATH/TO/State-Department-PR build/releases.jsonl.gz

The own annotation of English releases names them by their address. They are works of the United States government and
lie in the history of `data.rss` in github.com/markschaver/State-Department-PR; JSON Lines with `document` and `text`
come out, as `kg.score.standoff` reads them.
"""

import argparse
import gzip
import html
import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

FEED = "data.rss"
UNTIL = "2022-01-01"  # later releases measure the extraction; nothing is trained on them
ITEM = re.compile(r"<item>(.*?)</item>", re.DOTALL)
ADDRESS = re.compile(r"<link>(.*?)</link>")
BODY = (
    re.compile(r"<content:encoded><!\[CDATA\[(.*?)\]\]>", re.DOTALL),
    re.compile(r"<description><!\[CDATA\[(.*?)\]\]>", re.DOTALL),
)
UNSEEN = re.compile(r"<(script|style).*?</\1>", re.DOTALL)
BREAK = re.compile(r"</p>|<br ?/?>|</li>|</h\d>")


def releases(versions: Iterable[str]) -> dict[str, str]:
    """Address → text, as the first version of the feed that has the release says it."""
    found: dict[str, str] = {}
    for version in versions:
        for address, body in items(version):
            if address not in found:
                found[address] = plain(body)
    return found


def items(feed: str) -> Iterator[tuple[str, str]]:
    """Address and HTML of each entry."""
    for item in ITEM.findall(feed):
        address = ADDRESS.search(item)
        body = next((match for pattern in BODY if (match := pattern.search(item))), None)
        if address:
            yield address[1], body[1] if body else ""


def plain(body: str) -> str:
    """The words of an HTML fragment, a blank line between paragraphs."""
    text = re.sub(r"<[^>]+>", "", BREAK.sub("\n", UNSEEN.sub("", body)))
    text = re.sub(r"[ \t]+", " ", html.unescape(text).replace("\xa0", " "))
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def versions_in(repository: Path) -> Iterator[str]:
    """The feed as it was after each commit, the oldest first. No git repository: `subprocess.CalledProcessError`."""
    log = ("log", "--reverse", "--diff-filter=AM", f"--until={UNTIL}", "--format=%H", "--", FEED)
    for commit in git(repository, *log).split():
        yield git(repository, "show", f"{commit}:{FEED}")


def git(repository: Path, *words: str) -> str:
    command = ["git", "-C", str(repository), *words]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 (no shell, and all words are ours)
    return done.stdout.decode("utf-8", "replace")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m kg.score.releases", description=__doc__)
    parser.add_argument("repository", type=Path)
    parser.add_argument("out", type=Path, help="where the JSON Lines go, gzipped")
    options = parser.parse_args()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(options.out, "wt", encoding="utf-8") as lines:
        for address, text in releases(versions_in(options.repository)).items():
            print(json.dumps({"document": address, "text": text}, ensure_ascii=False), file=lines)


if __name__ == "__main__":
    main()
