"""Made-up sources of every kind, each with the same article."""

from io import BytesIO
from textwrap import fill

from kg.model import Document

TITLE = "Kanzler sagt Waffen zu"
FIRST = "Der Kanzler hat die Lieferung von Waffen an die Ukraine am Mittwoch in Berlin zugesagt, für die er lange warb."
SECOND = "Die Minister aus Österreich lehnten das ab. Über die Größe der Lieferung wurde nicht gesprochen, sagte er."
TEXT = f"{FIRST}\n\n{SECOND}"

PAGE = f"""<!doctype html>
<html lang="de"><head><title>{TITLE} – Blatt</title>
<meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="Das Blatt">
<meta property="article:published_time" content="2025-12-17T00:30:00+01:00">
<link rel="canonical" href="https://example.org/zusage">
</head><body>
<nav><ul><li><a href="/">Start</a></li><li><a href="/abo">Abo</a></li></ul></nav>
<article><h1>{TITLE}</h1>
<p>{FIRST}</p>
<p>{SECOND}</p>
</article>
<footer><p>Impressum</p></footer><script>alert("x")</script></body></html>
"""

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Das Blatt</title><link>https://example.org/</link>
<item><title>{TITLE}</title><link>https://example.org/zusage</link><guid>../../zusage</guid>
<pubDate>Wed, 17 Dec 2025 00:30:00 +0100</pubDate><description>{FIRST}</description>
<content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p><script>alert("x")</script>]]></content:encoded></item>
<item><title>Die zweite &amp;amp; letzte</title><guid>2</guid>
<description>&lt;p&gt;{SECOND}&lt;/p&gt;</description></item>
</channel></rss>
"""

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Das Blatt</title><id>urn:blatt</id>
<entry><title>{TITLE}</title><id>urn:zusage</id><link href="https://example.org/zusage"/>
<published>2025-12-17T00:30:00+01:00</published><updated>2025-12-18T00:30:00Z</updated>
<content type="text">{FIRST}
{SECOND}</content></entry>
</feed>
"""

SPACE = " "  # ends the line that announces a signature
MAIL = f"""From: =?utf-8?q?Das_Blatt_f=C3=BCr_alle?= <brief@example.org>
To: you@example.org
Subject: {TITLE}
Date: Wed, 17 Dec 2025 00:30:00 +0100
Archived-At: <https://example.org/zusage>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

{fill(FIRST)}

{fill(SECOND)}

--{SPACE}
Abmelden: https://example.org/ab
"""


PLAIN = f"""---
title: {TITLE}
date: 2025-12-17
publisher: Das Blatt
url: https://example.org/zusage
---

{TEXT}
"""


def pdf(*pages: str, title: str = TITLE, made: str = "D:20251217003000+01'00'") -> bytes:
    """A PDF with these pages, each line of theirs a line."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    about = f"<< /Title ({title}) /CreationDate ({made}) >>".encode("cp1252")
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font, about]
    kids = []
    for page in pages:
        drawn = "".join(f"({line}) Tj T* " for line in page.split("\n"))
        stream = f"BT /F1 12 Tf 14 TL 50 800 Td {drawn} ET".encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        content = len(objects)
        objects.append(b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R /MediaBox [0 0 600 850] "
                       b"/Resources << /Font << /F1 3 0 R >> >> >>" % content)  # fmt: skip
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return file(objects)


def file(objects: list[bytes]) -> bytes:
    """The objects with the table that says where each begins."""
    out, places = BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, written in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, written))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer << /Root 1 0 R /Info 4 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
    return out.getvalue()


PDF = pdf(f"{fill(FIRST)}\n{fill(SECOND)}")

SAMPLES = {
    "article.html": PAGE.encode(),
    "article.rss": RSS.encode(),
    "article.atom": ATOM.encode(),
    "article.eml": MAIL.encode(),
    "article.pdf": PDF,
    "article.txt": PLAIN.encode(),
}


def known(document: Document) -> tuple[str | None, ...]:
    """What is known of the article: title, day, publisher, address."""
    return document.title, document.published and document.published.isoformat(), document.publisher, document.url


ABOUT = (TITLE, "2025-12-17", "Das Blatt", "https://example.org/zusage")
