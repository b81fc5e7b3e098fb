"""Sources that were good once: bytes cut, doubled, changed, and what parsers stumble over put among them."""

from random import Random

from hypothesis import strategies as st

from tests.read.samples import SAMPLES

# Where the formats have their joints, and what is wrong there.
TOKENS = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\x80", b"\r", b"\n\n", b"\x1b", b"\xed\xa0\x80", b"&#xD800;"),
    *(b"&#0;", b"&", b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>"),
    *(b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<?xml", b"<html/>", b"<meta charset=utf-7>"),
    *(b"<base href='http://[//'>", b"<div>" * 50, b"<table>", b"<svg>", b"<title>", b"<script>"),
    *(b"<link rel=canonical href='http://['>", b"<time datetime=9999-99-99>", b"</body>", b"<frameset>"),
    *(b'<script type="application/ld+json">{"@type": [', b"<item>", b"<entry>", b"<link href='//[x'/>"),
    *(b"<updated>T", b"<content type='base64'>A</content>", b"<content type='xhtml'><div>", b"<source>"),
    *(b"<guid>", b"<pubDate>-1 ", b"=?utf-8?b?////?=", b"=?x?q?=00?="),
    *(b"Content-Type: multipart/mixed; boundary=\n\n", b"charset*0*=a", b"\n--b\n"),
    *(b"Content-Transfer-Encoding: base64\n", b"Content-Transfer-Encoding: x-uuencode\n", b"From: a@[b\n"),
    *(b"Date: -\n", b"<<", b">>", b"[", b"]", b"(", b")", b"/Kids [2 0 R]", b"/Parent 2 0 R"),
    *(b"/Filter /FlateDecode", b"/Length -1", b"1 0 R", b"obj", b"stream", b"endstream", b"xref", b"trailer"),
    *(b"/Encrypt 1 0 R", b"/Count 99999999", b"/Prev 9", b"/Filter [/LZWDecode /ASCII85Decode]"),
    *(b"/ToUnicode 5 0 R", b"/Encoding << /Differences [1 /a] >>", b"-1", b"1e9"),
    *(b"---\n", b"---\n- ", b"\ndate: ", b"\n?", b": &a [", b"*a", b": |\n", b": !!python/tuple [", b"\t", b"'", b'"'),
)  # fmt: skip


@st.composite
def mutants(draw: st.DrawFn, name: str) -> bytes:
    """A sample with one to eight changes; one of twenty is of another kind, and one of twenty bytes by chance."""
    chance = draw(st.randoms(use_true_random=True))  # evenly spread; hypothesis' own numbers are mostly small
    match chance.randrange(20):
        case 0:
            return draw(st.binary(max_size=2_000))
        case 1:
            data = chance.choice(list(SAMPLES.values()))
        case _:
            data = SAMPLES[name]
    for _ in range(draw(st.integers(1, 8))):
        data = changed(chance, data)
    return data


def changed(chance: Random, data: bytes) -> bytes:
    at = chance.randint(0, len(data))
    to = min(len(data), at + chance.choice((1, 3, 10, 100)))
    match chance.randrange(20):
        case 0:
            return data[:at]
        case 1 | 2:
            return data[:to] + data[at:to] * chance.randint(1, 40) + data[to:]
        case 3 | 4 | 5 | 6:
            return data[:at] + chance.randbytes(chance.randint(0, 5)) + data[to:]
        case 7 | 8 | 9:
            return data[:at] + data[to:]
        case 10 | 11 | 12:
            return data[:at] + chance.choice(TOKENS) + data[to:]
        case _:
            return data[:at] + chance.choice(TOKENS) + data[at:]
