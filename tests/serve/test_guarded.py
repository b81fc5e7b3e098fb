"""What must not get through: queries that ask other servers, and pages of strangers."""

import re
import shutil
import socket
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from kg.query import names
from kg.serve.sending import meant
from tests.serve.server import ALL, Server, command

SERVICE = "SERVICE SILENT <http://127.0.0.1:PORT/> { ?a ?b ?c }"


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT * WHERE {{ {SERVICE} }}",
        f"SELECT * WHERE {{ ?s ?p ?o FILTER NOT EXISTS {{ {SERVICE} }} }}",
        f"SELECT * WHERE {{ # x\r {SERVICE} \n }}",
        f'SELECT * WHERE {{ ?x ?y "a\\u0022 # " . {SERVICE} \n }}',
        f"SELECT * WHERE {{ {SERVICE.replace('SERVICE', chr(92) + 'u0053ERVICE')} }}",
        "LOAD <http://127.0.0.1:PORT/>",
        f"INSERT {{ ?a ?b ?c }} WHERE {{ {SERVICE} }}",
    ],
)
def test_no_other_server_is_asked(server: Server, text: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.setblocking(False)
        found = server.ask(
            "POST",
            "/query",
            text.replace("PORT", str(other.getsockname()[1])),
            Content_Type="application/sparql-query",
        )
        assert found.status == 400 or found.text.endswith('"bindings":[]}}')  # the SERVICE is but a comment in one
        with pytest.raises(BlockingIOError):
            other.accept()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:1", "LOCALHOST", "[::1]:80", "127.1.2.3:5"])
def test_this_machine_may_be_called_so(server: Server, host: str) -> None:
    assert server.query(ALL, Host=host).status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example:7878", "localhost.evil", "10.0.0.1", "", "[::1"]
)
def test_names_of_strangers_that_lead_here_are_refused(server: Server, host: str) -> None:
    found = server.query(ALL, Host=host)
    assert (found.status, found.text) == (421, "This server is 127.0.0.1 and no other; ask it by that name.\n")


def test_a_name_of_this_machine_that_it_was_bound_to() -> None:
    assert meant("my.machine:80", "my.machine")
    assert not meant("your.machine", "my.machine")


@pytest.mark.parametrize("given", [{}, {"Origin": "https://evil.example"}])
@pytest.mark.parametrize("path", ["/", "/about", "/actor?iri=x", "/query", "/health", "/none", "/store?default"])
def test_every_answer_has_the_headers_that_make_it_harmless(server: Server, path: str, given: dict[str, str]) -> None:
    found = server.ask("GET", path, **given).headers
    assert found["x-content-type-options"] == "nosniff"
    assert found["cache-control"] == "no-store"
    assert found["content-security-policy"].startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in found["content-security-policy"]
    assert not [name for name in found if name.startswith("access-control")]
    assert "server" not in found


def test_no_page_runs_or_loads_anything_but_its_style_and_its_icon(server: Server) -> None:
    for path in ("/", "/about", "/ask", "/search", "/actor?iri=x"):
        found = server.ask("GET", path)
        assert found.kind == "text/html; charset=utf-8"
        assert not re.search(r"<script|\son\w+=|\sstyle=|(src|action)=.?https?:", found.text)
        assert set(re.findall(r'<link [^>]*href="([^"]+)"', found.text)) == {"/site.css", "/icon.svg"}
        assert "script-src" not in found.headers["content-security-policy"]


def test_the_page_lists_the_stored_queries_and_their_links_answer(server: Server) -> None:
    text = server.ask("GET", "/about").text
    links: list[str] = []

    class Links(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            links.extend(value for name, value in attrs if name == "href" and value)

    Links().feed(text)
    assert all(f">{name}<" in text for name, _ in names())
    links = [link for link in links if link.startswith("/query")]
    assert len(links) >= 5
    for link in links:
        assert dict(parse_qsl(urlsplit(link).query))["query"].startswith("#")
        assert server.ask("GET", link).status == 200, link


def test_a_hostile_name_of_a_store_is_text_on_the_page(filled: Path, tmp_path: Path) -> None:
    hostile = "<script>alert(1)<&script>{{ 7 * 7 }}"
    shutil.copytree(filled, tmp_path / hostile)
    with command(str(tmp_path / hostile), "--workers", "1") as server:
        text = server.ask("GET", "/").text
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;&amp;script&gt;{{ 7 * 7 }}</title>" in text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "http://127.0.0.1:PORT"}, 200),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "https://127.0.0.1:PORT.evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": "image"}, 403),
        ({"Sec_Fetch_Site": "same-site", "Sec_Fetch_Dest": "iframe"}, 403),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": "document"}, 200),
        ({"Sec_Fetch_Site": "same-origin", "Sec_Fetch_Dest": "empty"}, 200),
    ],
)
@pytest.mark.parametrize("way", ["GET", "POST"])
def test_pages_of_other_sites_cannot_ask(server: Server, way: str, headers: dict[str, str], status: int) -> None:
    given = {name: value.replace("PORT", str(server.port)) for name, value in headers.items()}
    asked = {"POST": ("/query", "ASK {}"), "GET": ("/query?query=ASK{}", "")}[way]
    found = server.ask(way, *asked, Content_Type="application/sparql-query", **given)
    assert found.status == status
    refused = "A page of another site asks this; let that site ask with kg serve --cors.\n"
    assert (found.text == refused) == (status == 403)


@pytest.mark.parametrize("path", ["/update", "/store?graph=urn:x"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_pages_of_other_sites_cannot_change_anything(server: Server, method: str, path: str) -> None:
    found = server.ask(method, path, Origin="https://evil.example")
    assert (found.status, found.text.partition(";")[0]) == (403, "A page of another site asks this")


def test_in_a_browser_the_own_page_is_answered_and_another_one_is_not(server: Server, chromium: Any) -> None:
    address = f"http://127.0.0.1:{server.port}"
    form = f'<form action="{address}/query" method="post"><input name="query" value="ASK {{}}"><button></button></form>'
    with closing(chromium.new_page()) as tab:
        tab.goto(f"{address}/ask")
        assert sent(tab, "**/ask?*", ".editor button") == 200
        tab.goto("about:blank")
        tab.set_content(form)
        assert sent(tab, "**/query", "button") == 403


def sent(tab: Any, address: str, button: str) -> int:
    """The status of what comes when the form of a page is sent."""
    with tab.expect_response(address) as answered:
        tab.click(button)
    return int(answered.value.status)


def test_a_web_page_may_ask_where_it_is_allowed_to(filled_file: Path) -> None:
    with command(str(filled_file), "--cors", "https://good.example", "--workers", "1") as server:
        good = server.query(ALL, Origin="https://good.example")
        evil = server.query(ALL, Origin="https://evil.example")
        assert (good.status, evil.status) == (200, 403)
        asked = server.ask(
            "OPTIONS",
            "/store?graph=urn:x",
            Origin="https://good.example",
            Access_Control_Request_Method="PUT",
        )
        assert good.headers["access-control-allow-origin"] == "https://good.example"
        assert "access-control-allow-origin" not in evil.headers
        assert asked.status == 400
        assert server.ask("GET", "/health").text == '{"status":"ok","triples":1,"graphs":1}'


def test_every_page_may_ask_where_all_are_allowed_to(filled_file: Path) -> None:
    with command(str(filled_file), "--cors", "*", "--workers", "1") as server:
        found = server.query(ALL, Origin="https://any.example")
    assert (found.status, found.headers["access-control-allow-origin"]) == (200, "*")
