"""An e-mail newsletter → a document: the subject is its title, the sender its publisher."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.policy import default
from functools import partial

from kg.errors import InputError
from kg.read.charset import decoded
from kg.read.page import article
from kg.read.pieces import Limits, of_file
from kg.read.plain import unwrapped

EXTRA = "web"  # for those that are HTML alone
LIMITS = Limits(size=20_000_000, seconds=30)  # bytes; attachments count, though they are not read
MAX_BODY = 3_000_000  # bytes
MAX_DEPTH = 20  # of parts in each other; real ones have 4
STUB = 1_000  # characters; what is longer is worth reading by itself
MUCH_LONGER = 3  # times; the same text has about the same length in both
SIGNATURE = "\n-- \n"  # what follows is the sender's own (RFC 3676, 4.3)

documents = partial(of_file, "kg.read.mail", LIMITS)


def parse(data: bytes, hints: Mapping[str, str]) -> Iterator[dict[str, str]]:
    mail = BytesParser(_class=EmailMessage, policy=default).parsebytes(data)
    if not mail.keys():
        raise InputError("it is no e-mail; save the message as it was sent, with its headers.")
    require_flat(mail)
    about = {"title": value(mail, "subject"), "publisher": sender(mail), "date": day(mail), "url": archived(mail)}
    yield {"text": body(mail), **about}


def require_flat(mail: EmailMessage) -> None:
    level: list[MIMEPart] = [mail]
    for _ in range(MAX_DEPTH):
        level = [part for one in level if one.is_multipart() for part in one.iter_parts()]
    if level:
        raise InputError(f"its parts are nested more than {MAX_DEPTH} deep; save the article as plain text.")


def body(mail: EmailMessage) -> str:
    """The plain text, or else the HTML; attachments, and messages in the message, are left alone.

    A plain text that is short only says, in many newsletters, that there is HTML.
    """
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    found = unwrapped(string(plain).split(SIGNATURE)[0]) if plain is not None else ""
    if not found and html is not None:
        found = article(string(html))["text"]
    elif html is not None and len(found) < STUB:
        found = unless_longer(found, html)
    if not found:
        raise InputError("the e-mail has no text; save its attachment as a file of its own.")
    return found


def unless_longer(plain: str, html: MIMEPart) -> str:
    """The plain text, or that of the HTML if it has far more of it, and can be read."""
    with suppress(Exception):
        page = article(string(html))["text"]
        return page if len(page) > MUCH_LONGER * len(plain) else plain
    return plain


def string(part: MIMEPart) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    if len(data) > MAX_BODY:
        raise InputError(f"its text is larger than {MAX_BODY // 1_000_000} MB; split it into one file an article.")
    return decoded(data, str(part.get_content_charset() or ""))


def header(mail: EmailMessage, name: str) -> object:
    """The header as the standard library takes it apart, which fails on some that are wrong."""
    try:
        return mail[name]
    except Exception:
        return None


def value(mail: EmailMessage, name: str) -> str:
    return str(header(mail, name) or "")


def sender(mail: EmailMessage) -> str:
    senders: tuple[Address, ...] = getattr(header(mail, "from"), "addresses", ())
    return next((one.display_name or one.domain for one in senders), "")


def day(mail: EmailMessage) -> str:
    sent: datetime | None = getattr(header(mail, "date"), "datetime", None)
    return sent.date().isoformat() if sent else ""


def archived(mail: EmailMessage) -> str:
    """Where the newsletter stands on the web (RFC 5064)."""
    return value(mail, "archived-at").strip().strip("<>")
