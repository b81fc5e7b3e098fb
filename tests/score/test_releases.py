"""Press releases out of the versions of a feed: the first version of each counts, and only its words."""

import os
import subprocess
from pathlib import Path

from kg.score.releases import plain, releases, versions_in

BEFORE = {"GIT_COMMITTER_DATE": "2021-07-01T12:00:00Z", "GIT_AUTHOR_DATE": "2021-07-01T12:00:00Z"}
FEED = """<rss><channel>{}</channel></rss>"""
ITEM = """<item><title>A</title><link>{}</link><content:encoded><![CDATA[{}]]></content:encoded></item>"""


def feed(*entries: tuple[str, str]) -> str:
    return FEED.format("".join(ITEM.format(*entry) for entry in entries))


def test_paragraphs_are_kept_apart_and_what_is_not_read_is_dropped() -> None:
    body = "<p>Norway  &amp; Chile<br/>welcome it.</p><script>var a = '<p>no</p>';</script><p>They agree.</p>"
    assert plain(body) == "Norway & Chile\n\nwelcome it.\n\nThey agree."


def test_the_first_version_of_a_release_counts() -> None:
    versions = [feed(("https://a", "<p>One.</p>")), feed(("https://a", "<p>Two.</p>"), ("https://b", "<p>New.</p>"))]
    assert releases(versions) == {"https://a": "One.", "https://b": "New."}


def test_an_entry_without_an_address_is_passed_over() -> None:
    assert releases(["<item><title>A</title></item>"]) == {}


def test_the_versions_of_a_repository_come_in_their_order(tmp_path: Path) -> None:
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    for text in ("One.", "Two."):
        (tmp_path / "data.rss").write_text(feed(("https://a", text)), encoding="utf-8")
        subprocess.run([*git, "add", "data.rss"], check=True)
        subprocess.run([*git, "commit", "-q", "-m", text], check=True, env=os.environ | BEFORE)
    assert list(versions_in(tmp_path)) == [feed(("https://a", "One.")), feed(("https://a", "Two."))]
