"""A page as a task for a worker, which makes all of it: reads the store, and writes the HTML."""

from collections.abc import Callable
from dataclasses import dataclass

from kg.serve.pages import about, actor, decided, document, editor, issue, position, search, source, start, view
from kg.serve.pages.render import POLICY, rendered
from kg.serve.pages.things import Names
from kg.serve.pages.wanted import START, Wanted
from kg.serve.worker import Reply, TooLongError
from kg.store import Store
from kg.store.local import LocalStore

HTML, ASK = "text/html", "ask"
HEADERS = (("Content-Security-Policy", POLICY), ("Vary", "Accept-Language, Cookie"))
# What each page shows, as values for the template of its name, or ready; None where there is nothing of that name.
PAGES: dict[str, Callable[[Store, Names, Wanted], object | None]] = {
    START: start.page,
    "actor": actor.page,
    "issue": issue.page,
    "document": document.page,
    "position": position.page,
    "source": source.page,
    "search": search.page,
    ASK: editor.page,
    "about": about.page,
    "view": view.page,
    "decisions": decided.page,
}


@dataclass(frozen=True)
class Page:
    wanted: Wanted
    place: str
    seconds: float
    longest: int  # bytes

    def reply(self, store: LocalStore) -> Reply:
        wanted = self.wanted
        found = PAGES[wanted.page](store, Names(store, wanted.language), wanted)
        if found is None:
            return trouble(wanted, 404, "")
        reply = found if isinstance(found, Reply) else made(wanted, found)
        if len(reply.body) > self.longest:
            raise TooLongError
        return reply


def made(wanted: Wanted, page: object) -> Reply:
    return Reply(200, HTML, rendered(wanted.page, wanted, page=page), HEADERS)


def trouble(wanted: Wanted, status: int, sentence: str) -> Reply:
    """A page that says why there is no other; without a sentence nothing of that name is known.

    The editor keeps the question, to be put in another way.
    """
    if wanted.page == ASK and sentence:
        return Reply(status, HTML, rendered(ASK, wanted, page=editor.refused(wanted, sentence)), HEADERS)
    return Reply(status, HTML, rendered("trouble", wanted, sentence=sentence), HEADERS)
