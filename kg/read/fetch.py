"""One page from the web, by the address a person named. Nothing is followed but redirects, each of them checked."""

import ssl
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.read.hosts import resolved
from kg.version import package_version

if TYPE_CHECKING:
    import httpx

REDIRECTS = 5  # real ones have two: to https, and to www
SILENCE = 10.0  # seconds without a byte; the whole is limited by the process this runs in
CONNECT = 5.0  # seconds until the next address of the name is tried
CHUNK = 65_536  # bytes
HOSTS = 3  # addresses of one name that are tried: the first may be IPv6, which not every network has
GZIP = 16 + zlib.MAX_WBITS  # how zlib is told that the header is gzip's
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/pdf, */*;q=0.1"


@dataclass(frozen=True)
class Fetched:
    """`address` is the one at the end of the redirects, `content_type` the whole header, empty if there was none."""

    address: str
    content_type: str
    body: bytes


def fetch(address: str, limit: Callable[[str], int], *, allow_private: bool) -> Fetched:
    """What is at an address, of at most `limit` bytes for its content type. Raises `InputError`.

    Proxies that the environment names are not asked: they would resolve names by themselves.
    """
    import httpx

    try:
        url = httpx.URL(address)
        for _ in range(REDIRECTS + 1):
            found = asked(require_web(url), limit, allow_private=allow_private)
            if isinstance(found, Fetched):
                return found
            url = url.join(found)
    except (httpx.InvalidURL, UnicodeError, ValueError):
        raise InputError("it leads to something that is no web address; check it.") from None
    except httpx.TimeoutException:
        raise InputError(f"the server is silent for {SILENCE:g} seconds; try again later.") from None
    except httpx.HTTPError as error:
        raise InputError(f"the server cannot be reached ({type(error).__name__}); check the address.") from None
    raise InputError(f"it is redirected more than {REDIRECTS} times; name the address where the article is.")


def require_web(url: "httpx.URL") -> "httpx.URL":
    if url.scheme not in ("http", "https") or not url.host:
        raise InputError("it leads to something that is not on the web; only http and https addresses are read.")
    if url.userinfo:
        raise InputError("the address holds a name or a password; leave them out, for they would stand in the graph.")
    return url.copy_with(fragment=None)


def asked(url: "httpx.URL", limit: Callable[[str], int], *, allow_private: bool) -> Fetched | str:
    """The page, or where the server says that it is; from the first of the name's addresses that answers."""
    import httpx

    port = url.port or {"http": 80, "https": 443}[url.scheme]
    *hosts, last = resolved(url.raw_host.decode("ascii"), port, allow_private=allow_private)[:HOSTS]
    for host in hosts:
        with suppress(httpx.ConnectError, httpx.ConnectTimeout):
            return answer(url, host, limit)
    return answer(url, last, limit)


def answer(url: "httpx.URL", host: str, limit: Callable[[str], int]) -> Fetched | str:
    """From the machine with this IP address, which must be, and show by its certificate that it is, the URL's."""
    import httpx

    headers = {
        "Host": url.netloc.decode("ascii"),
        "User-Agent": f"diplokg/{package_version()} (reads single pages for the person who named them)",
        "Accept": ACCEPT,
        "Accept-Encoding": "gzip",
    }
    patience = httpx.Timeout(SILENCE, connect=CONNECT)
    with (
        httpx.Client(trust_env=False, timeout=patience, verify=trusted()) as client,
        client.stream(
            "GET",
            url.copy_with(host=host),
            headers=headers,
            extensions={"sni_hostname": url.raw_host.decode("ascii")},
        ) as response,
    ):
        return taken(response, url, limit)


def trusted() -> ssl.SSLContext:
    """The certificates that the system trusts, and those of Mozilla where the system has none."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def taken(response: "httpx.Response", url: "httpx.URL", limit: Callable[[str], int]) -> Fetched | str:
    if response.is_redirect:
        return response.headers["location"]
    if response.status_code != 200:
        raise InputError(f"the server answers {response.status_code}; check the address.")
    said = response.headers.get("content-type", "")
    most, body = limit(said), bytearray()
    for chunk in unpacked(response.iter_raw(CHUNK), response.headers.get("content-encoding", "identity"), most):
        body += chunk
        if len(body) > most:
            raise InputError(f"the page is larger than {most // 1_000_000} MB; save the article as plain text.")
    return Fetched(str(url), said, bytes(body))


def unpacked(chunks: Iterator[bytes], coding: str, most: int) -> Iterator[bytes]:
    """By hand, because httpx unpacks whole: 64 kB of gzip can hold 64 MB. A piece here has `most` bytes and one."""
    match coding.strip().lower():
        case "identity" | "":
            yield from chunks
        case "gzip" | "x-gzip":
            unpacker = zlib.decompressobj(GZIP)
            try:
                for chunk in chunks:
                    yield unpacker.decompress(chunk, most + 1)
            except zlib.error:
                raise InputError("what the server sends is damaged; try again later.") from None
            if not unpacker.eof:
                raise InputError("the server broke off; try again later.")
        case _:
            raise InputError("the server packs the page in a way that was not asked for; save the article as a file.")
