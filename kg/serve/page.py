"""The page that says what is there: the addresses and the stored queries. It runs nothing and loads nothing."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape
from urllib.parse import urlencode

from kg.query.stored import Stored, every

STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
pre { overflow-x: auto; background: #8881; padding: .5rem; }
textarea { width: 100%; font: .9rem/1.4 monospace; }
:root { color-scheme: light dark; }
"""
STYLE_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<style>{style}</style></head>
<body>
<h1>{title}</h1>
<ul>
{addresses}
</ul>
<form action="/query" method="post">
<p><label for="query">A query in SPARQL:</label></p>
<p><textarea id="query" name="query" rows="8" required>SELECT * WHERE {{ ?s ?p ?o }} LIMIT 20</textarea></p>
<p><button>Ask</button></p>
</form>
<h2>Stored queries</h2>
{queries}
</body>
</html>
"""
ADDRESSES = {
    "/query": "SPARQL 1.1 queries, at /sparql too: GET, POST",
    "/store": "graphs by name (SPARQL 1.1 Graph Store HTTP Protocol): GET {writing}with ?graph=IRI, or ?default",
    "/health": "how much there is, as JSON",
}


def page(title: str, *, writable: bool) -> str:
    writing = "PUT DELETE " if writable else ""
    addresses = (
        f"<li><code>{path}</code> {escape(about.format(writing=writing))}</li>" for path, about in ADDRESSES.items()
    )
    queries = stored(every().values())
    return PAGE.format(title=escape(title), style=STYLE, addresses="\n".join(addresses), queries="\n".join(queries))


def stored(queries: Iterable[Stored]) -> Iterator[str]:
    for query in queries:
        name = escape(query.name)
        if not any(not one.optional for one in query.parameters):
            name = f'<a href="/query?{escape(urlencode({"query": query.text}))}">{name}</a>'
        yield f"<h3>{name}</h3>\n<p>{escape(query.answers)}</p>\n<pre>{escape(query.text)}</pre>"
