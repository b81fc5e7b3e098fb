"""What the text of a literal means: a graph may be anybody's, and have anything there."""


def share(text: str) -> float | None:
    """A number from 0 to 1; None for what is none (NaN would not survive in JSON)."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if 0 <= number <= 1 else None
