"""What a reader asks a page for, and the addresses of the pages."""

from dataclasses import dataclass
from urllib.parse import urlencode

LANGUAGES = ("de", "en")
START = "start"


@dataclass(frozen=True)
class Wanted:
    """A page by its name, with the values of its address."""

    page: str
    values: tuple[tuple[str, str], ...]
    language: str
    chosen: bool  # whether the address says the language; else it is what the browser prefers
    title: str  # of what is served
    writable: bool = False
    by: str = ""  # who corrected last in this browser
    typed: tuple[tuple[str, str], ...] = ()  # into a form that was refused
    refusal: str = ""  # why it was

    def get(self, name: str) -> str:
        return next((value.strip() for key, value in self.values if key == name), "")

    def kept(self, name: str, otherwise: str) -> str:
        """What was typed into a field of the form that was refused."""
        return dict(self.typed).get(name, otherwise)

    def number(self, name: str) -> int:
        """A whole number from 1; 1 for what is none."""
        text = self.get(name)
        return max(1, int(text)) if text.isascii() and text.isdecimal() and len(text) < 9 else 1

    def to(self, page: str, /, **values: object) -> str:
        """The address of a page; the language goes with it, if it was chosen."""
        given = {name: str(value) for name, value in values.items() if value not in ("", None)}
        language = {"lang": self.language} if self.chosen and "lang" not in given else {}
        return address(page, {**given, **language})

    def here(self, **values: object) -> str:
        """The address of this page with other values; what was just done is said once."""
        kept = {name: self.get(name) for name, _ in self.values if name not in (*values, "lang", "done")}
        return self.to(self.page, **kept, **values)


def address(page: str, values: dict[str, str]) -> str:
    path = "/" if page == START else f"/{page}"
    return f"{path}?{urlencode(values)}" if values else path
