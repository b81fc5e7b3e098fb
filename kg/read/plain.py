"""Text as other formats hold it → plain paragraphs with a blank line between them."""

import re

# Control characters but for tab and line feed; soft hyphens, zero width spaces and byte order marks, which divide
# words for the eye alone. Marks of writing direction stay: they are part of what was written.
INVISIBLE = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160), 0xAD, 0x200B, 0x2060, 0xFEFF])
LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
SPACES = {0xA0: " ", 0x202F: " ", 0x2007: " "}  # that hold two words together
BREAK = "\x1e"  # marks where a block begins and ends: no text has one, since it is invisible
BLOCKS = frozenset((
    *("address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "div", "dl", "dt", "fieldset"),
    *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"),
    *("nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"),
))  # fmt: skip
UNSEEN = ("script", "style", "noscript", "template", "head", "iframe", "object", "svg", "math", "select", "textarea")
WHOLE = re.compile(r"</?(?:html|body)\b[^<>]*>", re.IGNORECASE)  # what comes after such an end would be lost
FULL_LINES = 200  # characters; longer lines were not broken to fit a page
# Of the usual width: a line that ends so early ends its paragraph. After a sentence, where a mistake costs nothing,
# less is enough.
SHORT, SHORT_SENTENCE = 0.6, 0.9
SENTENCE_END = re.compile(r"[.!?…][\"'“”«»‹›‘’)\]]*$")
SUSPENDED = ("und ", "oder ", "bis ", "sowie ", "and ", "or ", "to ")  # »Nato- und EU-Staaten«
DIVIDED = re.compile(r"\w-$")
BULLET = re.compile(r"([-*•–]|\d{1,2}[.)])\s")


def plain(text: str) -> str:
    """Without what cannot be seen or written down, lone surrogates too."""
    seen = LINE_ENDS.sub("\n", text).translate(INVISIBLE).translate(SPACES)
    return seen.encode("utf-8", "ignore").decode()


def paragraphs(text: str) -> str:
    """Each line a paragraph."""
    return "\n\n".join(filter(None, (" ".join(line.split()) for line in plain(text).split("\n"))))


def from_html(fragment: str) -> str:
    """Everything that a piece of HTML shows."""
    from lxml import etree

    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    root = etree.fromstring(f"<div>{WHOLE.sub('', plain(fragment))}</div>", parser)
    if root is None:
        return ""
    etree.strip_elements(root, *UNSEEN, with_tail=False)
    shown: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        shown.append(BREAK if element.tag in BLOCKS else "")
        shown.append((element.text if event == "start" else element.tail) or "")
    found = (" ".join(plain(one).split()) for one in "".join(shown).split(BREAK))
    return "\n\n".join(filter(None, found))


def unwrapped(text: str) -> str:
    """Lines that were broken to fit a page or a screen, joined to paragraphs again."""
    lines = [" ".join(line.split()) for line in hyphens(text).split("\n")]
    width = usual_width(lines)
    if width > FULL_LINES:
        return "\n\n".join(filter(None, lines))
    found: list[str] = []
    before = ""
    for line in lines:
        if line and not ends(before, width) and not BULLET.match(line):
            found[-1] = joined(found[-1], line)
        elif line:
            found.append(line)
        before = line
    return "\n\n".join(found)


def ends(line: str, width: int) -> bool:
    """Whether a line is the last of its paragraph, or none."""
    if DIVIDED.search(line):
        return False
    return len(line) < (SHORT_SENTENCE if SENTENCE_END.search(line) else SHORT) * width or not line


def hyphens(text: str) -> str:
    """A soft hyphen at the end of a line is one that was seen."""
    return plain(re.sub("\xad[ \t]*(\r?\n)", r"-\1", text))


def usual_width(lines: list[str]) -> int:
    """The length of the longer lines, in characters, without the few that stick out."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def joined(text: str, line: str) -> str:
    """A word that was divided at the end of the line is whole again."""
    if not DIVIDED.search(text) or line.startswith(SUSPENDED):
        return f"{text} {line}"
    return f"{text[:-1]}{line}" if line[0].islower() else f"{text}{line}"
