"""Which language a text is in, and which ones are read."""

import re

from kg.errors import InputError

LANGUAGES = {"de": "German", "en": "English"}
SAMPLE = 10_000  # characters; more changes nothing
ENOUGH = 0.6  # share of known words: news in the right language has 0.96 and more, in another at most 0.45


WORD = re.compile(r"[^\W\d_]+")
# Words that neighbouring languages write otherwise (not »die«, »was«, »in«, which are Dutch, English, Afrikaans too).
SMALL = {
    "de": frozenset(
        WORD.findall(
            "der das und ist sind nicht mit dem des zu zur zum für auf ein eine einer eines einem einen sich auch "
            "werden wird wurde wurden dass aus bei nach von vom im haben hatte sei seien sowie durch gegen über "
            "zwischen noch nur aber oder wie als habe ihre ihrer seine seiner"
        )
    ),
    "en": frozenset(
        WORD.findall(
            "the of and to that is was for with on by as has have had from are were which would be been it its not at "
            "this their his her they who will"
        )
    ),
}
# Shares of a text's words. In the middle news have 0.26 in German and 0.28 in English; Swiss German has 0.16, Dutch and
# Danish 0.02. Of 360 articles 337 are told in this way, all as the dictionaries tell them. Scots counts as English.
LARGE, STRAY = 0.22, 0.03
DIFFERENT = 8  # a headline or two sentences are left to the dictionaries


class LanguageError(InputError):
    """Nothing is wrong with the text, but it is in none of `LANGUAGES`."""


def language(text: str, said: str | None) -> str:
    """The language that is said, or else the one of `LANGUAGES` whose dictionary knows most of the text's words.

    Raises `LanguageError` without the name of the file.
    """
    read = " and ".join(f"{name} ({code})" for code, name in LANGUAGES.items())
    if said and said not in LANGUAGES:
        raise LanguageError(f"texts in the language {said!r} are not read, only {read}; translate it or leave it out.")
    found = said or detected(text)
    if not found:
        raise LanguageError(f"the text seems to be neither in {read.replace(' and ', ' nor in ')}; "
                            "if it is, say so with --language or in its front matter.")  # fmt: skip
    return found


def detected(text: str) -> str | None:
    """By the small words if they leave no doubt, else by the dictionaries."""
    words = WORD.findall(text[:SAMPLE].lower())
    found = [code for code in LANGUAGES if clear(words, code)]
    return found[0] if len(found) == 1 else by_dictionary(text)


def clear(words: list[str], language: str) -> bool:
    """Whether the small words of a language, many different ones, are a large part, and those of no other are."""
    own = [word for word in words if word in SMALL[language]]
    other = sum(word in small for code, small in SMALL.items() if code != language for word in words)
    return len(own) >= LARGE * len(words) and len(set(own)) >= DIFFERENT and other <= STRAY * len(words)


def by_dictionary(text: str) -> str | None:
    from simplemma import langdetect  # its dictionaries take seconds to load, and front matter often says it

    best, share = langdetect(text[:SAMPLE], tuple(LANGUAGES))[0]
    return best if best in LANGUAGES and share >= ENOUGH else None
