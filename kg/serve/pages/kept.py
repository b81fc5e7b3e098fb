"""Pages that were made before: as long as the store stays as it is, the same address has the same page."""

from collections import OrderedDict

from kg.serve.pages.wanted import Wanted
from kg.serve.worker import Reply


class Kept:
    """The last pages, up to so many bytes. Each state of a store has a place of its own."""

    def __init__(self, room: int) -> None:
        self._room, self._size = room, 0
        self._replies: OrderedDict[tuple[str, Wanted], Reply] = OrderedDict()

    def get(self, place: str, wanted: Wanted) -> Reply | None:
        found = self._replies.get((place, wanted))
        if found:
            self._replies.move_to_end((place, wanted))
        return found

    def put(self, place: str, wanted: Wanted, reply: Reply) -> None:
        """What takes more than a quarter of the room would drive out too much."""
        if size(wanted, reply) > self._room // 4 or (place, wanted) in self._replies:
            return
        self._replies[place, wanted] = reply
        self._size += size(wanted, reply)
        while self._size > self._room:
            (_, asked), oldest = self._replies.popitem(last=False)
            self._size -= size(asked, oldest)


def size(wanted: Wanted, reply: Reply) -> int:
    """The address counts, too: a long one can be asked for a short page."""
    return len(reply.body) + sum(len(name) + len(value) for name, value in wanted.values)
