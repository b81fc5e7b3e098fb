"""A server on this machine that answers as good and as bad servers do."""

import gzip
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.read.samples import ATOM, PAGE, PDF

TYPES = {
    "/page": ("text/html; charset=utf-8", PAGE.encode()),
    "/latin": ('text/html; charset="ISO-8859-1"', PAGE.replace("–", "-").encode("iso-8859-1")),
    "/feed": ("application/atom+xml", ATOM.encode()),
    "/xml": ("text/xml", ATOM.encode()),
    "/paper": ("application/pdf", PDF),
    "/untyped": ("", PAGE.encode()),
    "/picture": ("image/png", b"\x89PNG"),
    "/large": ("text/html", b"<p>" * 2_000_000),
    "/..%2f..%2fetc/passwd": ("text/html", PAGE.encode()),
}
REDIRECTS = {
    "/moved": "/page",
    "/round": "/round",
    "/file": "file:///etc/passwd",
    "/gopher": "gopher://127.0.0.1/",
    "/metadata": "http://169.254.169.254/latest",
    "/broken": "http://[",
    "/secret": "http://user:password@127.0.0.1/",
}


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path in REDIRECTS:
            self.headed(302, {"Location": REDIRECTS[self.path]})
        elif self.path in TYPES:
            kind, body = TYPES[self.path]
            self.headed(200, {"Content-Type": kind} if kind else {}, body)
        elif self.path == "/packed":
            self.headed(200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode()))
        elif self.path == "/bomb":
            bomb = gzip.compress(b"\0" * 500_000_000, 9)
            self.headed(200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, bomb)
        elif self.path == "/half":
            self.headed(200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())[:100])
        elif self.path == "/unasked":
            self.headed(200, {"Content-Encoding": "br"}, b"x")
        elif self.path == "/short":
            self.headed(200, {"Content-Length": "100000"}, PAGE.encode())
        elif self.path == "/drip":
            self.headed(200, {"Content-Type": "text/html"})
            self.drip(b"<p>Das Haus</p>" * 1000)
        elif self.path == "/drip-headers":
            self.drip(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 10_000)
        elif self.path == "/agent":
            about = f"<p>Das ist {self.headers['User-Agent']} und {self.headers['Host']} von hier und heute.</p>"
            self.headed(200, {"Content-Type": "text/html"}, about.encode())
        elif self.path == "/nonsense":
            self.wfile.write(b"\0\xff nonsense\r\n\r\n")
        else:
            self.headed(404, {})

    def headed(self, status: int, headers: dict[str, str], body: bytes = b"") -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self, data: bytes) -> None:
        for byte in data:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            time.sleep(0.05)

    def handle(self) -> None:
        with suppress(OSError):  # the other side has left
            super().handle()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def server(certificate: Path | None = None) -> Iterator[str]:
    """Its address, without a slash at the end. `certificate`: a file with the key too."""
    made = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        made.socket = context.wrap_socket(made.socket, server_side=True)
    made.daemon_threads = True
    Thread(target=made.serve_forever, daemon=True).start()
    try:
        yield f"{'https' if certificate else 'http'}://127.0.0.1:{made.server_port}"
    finally:
        made.shutdown()
        made.server_close()
