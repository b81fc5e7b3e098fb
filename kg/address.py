"""What tells a web address from a path."""

import re


def address_of(source: object) -> str | None:
    """The address with its scheme in small letters, as stores keep it; None for a path."""
    scheme, colon, rest = str(source).partition(":")
    return f"{scheme.lower()}{colon}{rest}" if re.match(r"https?://", str(source), re.IGNORECASE) else None
