"""Answers on their way to clients that take them slowly, or not at all."""

import asyncio

import pytest
from starlette.types import Message

from kg.serve import sending
from kg.serve.sending import CHUNK, Chunked, Room, answer
from kg.serve.worker import Reply

BODY = bytes(range(256)) * (3 * CHUNK // 256) + b"end"


class Client:
    """Takes so many messages, and then no more."""

    def __init__(self, takes: int = 1000) -> None:
        self.got: list[Message] = []
        self._takes = takes

    async def send(self, message: Message) -> None:
        if len(self.got) == self._takes:
            await asyncio.Event().wait()
        self.got.append(message)

    async def receive(self) -> Message:
        raise AssertionError("nothing is asked of the client")


async def deliver(client: Client, room: Room, status: int = 200) -> None:
    response = answer(Reply(status, "text/csv", BODY), room)
    assert isinstance(response, Chunked)
    await response({"type": "http"}, client.receive, client.send)


def test_all_of_it_comes_in_pieces() -> None:
    client, room = Client(), Room(len(BODY))
    asyncio.run(deliver(client, room))
    start, *rest = client.got
    assert (start["status"], dict(start["headers"])[b"content-length"]) == (200, str(len(BODY)).encode())
    assert b"".join(one["body"] for one in rest) == BODY
    assert [len(one["body"]) for one in rest] == [CHUNK, CHUNK, CHUNK, 3, 0]
    assert [one.get("more_body", False) for one in rest] == [True, True, True, True, False]
    with room.held(len(BODY)) as fits:
        assert fits, "the room was given back"


def test_a_client_that_takes_no_more_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "PATIENCE", 0.1)
    monkeypatch.setattr(sending, "SLOWEST", 1 << 40)
    client, room = Client(takes=2), Room(len(BODY))
    asyncio.run(asyncio.wait_for(deliver(client, room), 10))
    assert len(client.got) == 2
    with room.held(len(BODY)) as fits:
        assert fits, "the room was given back"


def test_slow_clients_share_a_room_and_the_next_one_is_told_to_come_again() -> None:
    room = Room(2 * len(BODY))

    async def crowd() -> Client:
        slow = [asyncio.create_task(deliver(Client(takes=1), room)) for _ in range(2)]
        await asyncio.sleep(0.05)
        late = Client()
        await deliver(late, room)
        for task in slow:
            task.cancel()
        await asyncio.gather(*slow, return_exceptions=True)
        return late

    start, *rest = asyncio.run(crowd()).got
    assert (start["status"], dict(start["headers"])[b"retry-after"]) == (503, b"5")
    assert b"".join(one["body"] for one in rest) == b"Too many queries are under way; ask again in a moment.\n"
    with room.held(2 * len(BODY)) as fits:
        assert fits, "those who left gave their room back"
