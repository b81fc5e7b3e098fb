"""Which language a text is in, and which ones are read."""

from kg.errors import InputError

LANGUAGES = {"de": "German", "en": "English"}
SAMPLE = 10_000  # characters; more changes nothing
ENOUGH = 0.6  # share of known words: news in the right language has 0.96 and more, in another at most 0.45


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
    from simplemma import langdetect  # its dictionaries take seconds to load, and front matter often says it

    best, share = langdetect(text[:SAMPLE], tuple(LANGUAGES))[0]
    return best if best in LANGUAGES and share >= ENOUGH else None
