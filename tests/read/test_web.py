"""Web addresses → what is there; what must not be asked, and servers that misbehave, are one sentence."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import cli
from kg.corpus import origin
from kg.errors import InputError
from kg.model import Document
from kg.read import fetch, hosts, read, web
from kg.version import package_version
from tests.read.samples import ABOUT, TEXT, TITLE, known
from tests.read.server import server


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with server() as address:
        yield address


def got(address: str) -> Document:
    (found,) = read(address, allow_private=True)
    return found


def refused(address: str, *, allow_private: bool = False) -> str:
    with pytest.raises(InputError) as raised:
        list(read(address, allow_private=allow_private))
    message = str(raised.value)
    assert message.startswith(f"{address.replace('HTTP:', 'http:')}: ")
    assert message.isprintable()
    assert ";" in message, "no mend is named"
    return message


@pytest.mark.parametrize("place", ["/page", "/latin", "/untyped", "/packed", "/moved"])
def test_a_page(site: str, place: str) -> None:
    found = got(site + place)
    final = site + ("/page" if place == "/moved" else place)
    assert found.text == TEXT
    assert known(found) == (*ABOUT[:3], final), "the page's own address is another host's, and not believed"
    assert found.source == origin(found) == site + place


def test_a_scheme_in_capitals_is_the_same_place(site: str) -> None:
    assert origin(got(f"{site}/page".replace("http", "HTTP"))) == f"{site}/page"


@pytest.mark.parametrize("place", ["/feed", "/xml"])
def test_a_feed(site: str, place: str) -> None:
    found = got(site + place)
    assert (found.text, known(found)) == (TEXT, ABOUT)
    assert origin(found).startswith(f"{site}{place}#")


def test_a_paper(site: str) -> None:
    found = got(f"{site}/paper")
    assert (found.text, found.title, found.url) == (TEXT, TITLE, f"{site}/paper")


def test_an_address_is_read_once_and_beside_files(site: str, seeds: Path) -> None:
    places = [f"{site}/page", seeds / "2025-12-17-truppen-ukraine.txt", f"{site}/page"]
    assert len(list(read(places, allow_private=True))) == 2


def test_who_asks_is_said(site: str) -> None:
    assert f"diplokg/{package_version()} " in got(f"{site}/agent").text


def test_an_id_is_no_path(site: str) -> None:
    assert "/" not in got(f"{site}/..%2f..%2fetc/passwd").id
    assert web.named("https://a.org/%2e%2e%2f..%2fx").startswith("x-")
    assert web.named("https://a.org/a.html") != web.named("https://b.org/a.html")


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("/missing", "answers 404"),
        ("/picture", "neither a page, a feed nor a PDF"),
        ("/large", "larger than 3 MB"),
        ("/bomb", "larger than 3 MB"),
        ("/half", "broke off"),
        ("/unasked", "not asked for"),
        ("/short", "cannot be reached"),
        ("/nonsense", "cannot be reached"),
        ("/round", "more than 5 times"),
        ("/file", "only http and https"),
        ("/gopher", "only http and https"),
        ("/broken", "check the address"),
        ("/secret", "a name or a password"),
    ],
)
def test_a_bad_answer_is_one_sentence(site: str, place: str, says: str) -> None:
    assert says in refused(site + place, allow_private=True)


@pytest.mark.parametrize("place", ["/drip", "/drip-headers"])
def test_a_slow_server_is_given_up(site: str, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    got(f"{site}/page")  # the start of the process does not count
    monkeypatch.setattr(web, "SECONDS", 1.5)
    begun = time.monotonic()
    assert "took longer than 1.5 seconds" in refused(site + place, allow_private=True)
    assert time.monotonic() - begun < 5


def test_a_port_where_nobody_listens() -> None:
    assert "cannot be reached" in refused("http://127.0.0.1:1/", allow_private=True)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "0", "[::1]", "[::ffff:127.0.0.1]",
     "[::ffff:7f00:1]", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
     "255.255.255.255", "[fe80::1]", "[fc00::1]", "[ff02::1]", "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]"],
)  # fmt: skip
def test_private_addresses_are_not_asked(site: str, host: str) -> None:
    port = site.rpartition(":")[2]
    assert "--allow-private" in refused(f"http://{host}:{port}/page")


@pytest.mark.parametrize("address", ["8.8.8.8", "2a00:1450:4001:80e::200e", "64:ff9b::8.8.8.8"])
def test_public_addresses_may_be_asked(address: str) -> None:
    assert hosts.public(address)


@pytest.mark.parametrize(
    "address", ["HTTP://127.0.0.1/", "http://0177.0.0.1/", "http://user:password@127.0.0.1/", "http:///a", "http://["]
)
def test_what_is_no_address_to_ask(address: str) -> None:
    assert refused(address)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/a", "gopher://example.org"])
def test_other_schemes_are_no_addresses(address: str) -> None:
    assert "no such file" in refused(address)


def test_a_redirect_is_checked_too(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if this machine were public: only what is behind the redirect is refused."""
    monkeypatch.setattr(hosts, "public", lambda address: address == "127.0.0.1")
    with pytest.raises(InputError, match="--allow-private"):
        fetch.fetch(f"{site}/metadata", lambda said: 1_000_000, allow_private=False)


def test_a_name_that_leads_elsewhere_the_second_time(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is resolved once, and what was checked is what is asked."""
    asked: list[str] = []
    port = int(site.rpartition(":")[2])

    def rebinding(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(2, 1, 6, "", ("127.0.0.1" if host in ("rebind.example", "127.0.0.1") else "10.0.0.1", port))]

    monkeypatch.setattr("socket.getaddrinfo", rebinding)
    monkeypatch.setattr(hosts, "public", lambda address: address == "127.0.0.1")
    found = fetch.fetch(f"http://rebind.example:{port}/agent", lambda said: 1_000_000, allow_private=False)
    assert asked.count("rebind.example") == 1
    assert f"rebind.example:{port}" in found.body.decode(), "the server is not told which of its names is meant"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For paper.example alone, signed by itself."""
    if not shutil.which("openssl"):
        pytest.skip("openssl, which makes the certificate, is not there")
    place = tmp_path_factory.mktemp("tls") / "both.pem"
    subject = ["-subj", "/CN=paper.example", "-addext", "subjectAltName=DNS:paper.example"]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "-", "-out", "-", *subject]
    place.write_bytes(subprocess.check_output(made, stderr=subprocess.DEVNULL))
    return place


@pytest.mark.parametrize(
    ("name", "trusted", "says"),
    [("paper.example", True, ""), ("other.example", True, "ConnectError"), ("paper.example", False, "ConnectError")],
)
def test_a_certificate_is_the_names(
    certificate: Path, name: str, trusted: bool, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though it is an IP address that is asked."""
    monkeypatch.setattr(hosts, "public", lambda address: True)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with server(certificate) as address:
        port = int(address.rpartition(":")[2])
        monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("127.0.0.1", port))])
        page = f"https://{name}:{port}/agent"
        if says:
            with pytest.raises(InputError, match=says):
                fetch.fetch(page, lambda said: 1_000_000, allow_private=False)
        else:
            assert name in fetch.fetch(page, lambda said: 1_000_000, allow_private=False).body.decode()


def test_the_next_address_is_tried_where_nobody_answers(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(site.rpartition(":")[2])
    monkeypatch.setattr(fetch, "resolved", lambda *_, **__: ["127.0.0.2", "127.0.0.1"])
    assert fetch.fetch(f"http://paper.example:{port}/page", lambda said: 1_000_000, allow_private=False).body


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    places = [(2, 1, 6, "", ("8.8.8.8", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: places)
    with pytest.raises(InputError, match="--allow-private"):
        hosts.resolved("example.org", 80, allow_private=False)


def test_no_proxy_of_the_environment_is_asked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    assert fetch.fetch(f"{site}/page", lambda said: 1_000_000, allow_private=True).body


def test_the_command_line(site: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["quotes", "--jsonl", f"{site}/page"]) == 1
    assert "--allow-private" in capsys.readouterr().err
    assert cli.main(["quotes", "--jsonl", "--allow-private", f"{site}/page"]) == 0
    assert f'"document": "{site}/page"' in capsys.readouterr().out
