"""The page of `kg view`, live: of the newest positions, of an actor, or on an issue. The one page with a script."""

import re
from html import escape

import pyoxigraph as ox

from kg.serve.pages.render import words
from kg.serve.pages.rows import node, rows
from kg.serve.pages.things import Names
from kg.serve.pages.wanted import START, Wanted
from kg.serve.worker import Reply
from kg.store import Store
from kg.view.page import page as drawn

MOST = 2000  # positions; more take longer to draw than anybody waits
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')
SUMMARY = '<p id="summary"></p>'  # where the page says how much it shows
BACK = '<p><a href="{address}">← {name}</a></p>'


def page(store: Store, names: Names, wanted: Wanted) -> Reply | None:
    """None for an actor or an issue that is not known."""
    chosen = selected(store, wanted)
    if not chosen and (wanted.get("actor") or wanted.get("issue")):
        return None
    named = " · ".join(names.label(iri) for iri in (wanted.get("actor"), wanted.get("issue")) if iri)
    html = drawn(store, title=named, language=wanted.language, only=chosen)
    policy = POLICY.search(html)
    assert policy  # the page allows just its own script and style, by their hashes
    text = with_way_back(html, wanted)
    headers = (("Content-Security-Policy", f"{policy[1]}; frame-ancestors 'none'"),)
    return Reply(200, "text/html", text.encode("utf-8", "replace"), headers)


def selected(store: Store, wanted: Wanted) -> list[str]:
    actor, issue = wanted.get("actor"), wanted.get("issue")
    if not (actor or issue):
        return [row["position"] for row in rows(store, "newest")]
    held, said = of_actor(store, actor), on_issue(store, issue)
    if actor and issue:
        both = set(said)
        return [one for one in held if one in both][:MOST]
    return (held if actor else said)[:MOST]


def of_actor(store: Store, iri: str) -> list[str]:
    who = node(iri)
    return list(dict.fromkeys(row["position"] for row in rows(store, "of-actor", who=who))) if who else []


def on_issue(store: Store, iri: str) -> list[str]:
    """On narrower issues, too."""
    issue = node(iri)
    if issue is None:
        return []
    targets = [issue, *(ox.NamedNode(row["narrow"]) for row in rows(store, "narrower", issue=issue))]
    return list(dict.fromkeys(row["position"] for one in targets for row in rows(store, "on-target", target=one)))


def with_way_back(html: str, wanted: Wanted) -> str:
    """The page as it is mailed leads nowhere; here it has a link to the others."""
    address = escape(wanted.to(START))
    link = BACK.format(address=address, name=escape(words(wanted.language)[START]))
    return html.replace(SUMMARY, f"{SUMMARY}{link}", 1)
