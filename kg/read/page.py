"""An HTML page → the article in it, without menus, advertisements and comments."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from urllib.parse import urlsplit

from kg.errors import InputError
from kg.read.charset import decoded
from kg.read.pieces import Limits, of_file
from kg.read.plain import from_html, paragraphs

EXTRA = "web"
# Bytes; a long article's page has 1 MB. What the parser needs grows faster than the page: 1 MB of nothing but links
# took 15 s, 50 MB of them 1.2 GB of memory. An ordinary page takes 15 ms.
LIMITS = Limits(size=3_000_000, seconds=30)

documents = partial(of_file, "kg.read.page", LIMITS)


def parse(data: bytes, hints: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The article. `hints`: the `charset` that the server said, the `url` that the page came from."""
    url = hints.get("url", "")
    values = article(decoded(data, hints.get("charset", "")), url)
    yield {**values, "url": own_address(values["url"], url)}


def article(html: str, url: str = "") -> dict[str, str]:
    """The text and what is known of it; by everything that the page shows where no article stands out."""
    from trafilatura import bare_extraction

    when = {"original_date": True, "extensive_search": False, "max_date": date.today().isoformat()}
    found = bare_extraction(
        html, url=url or None, include_comments=False, with_metadata=True, date_extraction_params=when
    )
    text = paragraphs(getattr(found, "text", None) or "") or from_html(html)
    if not text:
        raise InputError("no text was found in the page; save the article as plain text.")
    names = {"title": "title", "date": "date", "publisher": "sitename", "url": "url"}
    values = {key: getattr(found, name, None) or "" for key, name in names.items()}
    return {"text": text.removeprefix(f"{values['title']}\n\n"), **values}


def own_address(canonical: str, fetched: str) -> str:
    """The address that the page gives itself, which others give it too; but no page speaks for another host's."""
    if not fetched:
        return canonical
    try:
        same = urlsplit(canonical).hostname == urlsplit(fetched).hostname
    except ValueError:
        same = False
    return canonical if same else fetched
