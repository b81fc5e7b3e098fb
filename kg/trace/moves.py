"""How one position follows upon another: the rule by which a step is classified.

Both are on the same issue (equal IRI), by the same actor (the holder, or the side for which both holders speak), on
different days, and each counts: told as a fact, not as a guess; by the actor itself or by the article, not ascribed by
another; not told looking back without a day. The first line that fits decides.

| earlier | later | the step |
| --- | --- | --- |
| anything | says that a report or an allegation is untrue | denies |
| anything | hangs on a condition that the earlier did not have | conditions |
| same direction | as strong | repeats |
| same direction | stronger | hardens |
| same direction | weaker | softens |
| takes a side | takes the other side | reverses |
| takes a side | leaves it open, leaning to the other side | softens |
| leaves it open | the other direction, in favour | softens |
| leaves it open | the other direction, against | hardens |

Direction (`pos:polarity`) and strength (`pos:strength`, from 1 to 3) are those of `ontologies/stances.ttl`; strength 1
leaves it open, from 2 on a stance takes a side. What hangs on a condition leaves it open, whatever its stance: so a
conditional position never reverses anything, and when the condition falls the stance hardens. Of two conditional
positions in one direction the strengths of the stances compare.
A condition is another one if its words are others; between two languages that cannot be told, and it counts as the
same.

The scale of stances follows what annotators of positions distinguish (guideline, »Stances«); that a change of direction
is one thing and a change of degree another is common to work on positions over time, e.g. discourse network analysis
(Leifeld, P., 2016, Policy Debates as Dynamic Networks), which counts agreement and disagreement per statement and day.
"""

from typing import Literal

from kg.trace.reading import same_words
from kg.trace.said import Said
from kg.trace.stances import DECIDED

Kind = Literal["Repeat", "Hardening", "Softening", "Reversal", "Conditioning", "Denial"]
OPEN = 1


def classify(earlier: Said, later: Said) -> Kind:
    """The class of the step from one position to the next; both must count."""
    if later.stance.denies:
        return "Denial"
    if later.condition and is_new(earlier, later):
        return "Conditioning"
    if earlier.stance.polarity == later.stance.polarity:
        return by_strength(earlier, later)
    return across(earlier, later)


def is_new(earlier: Said, later: Said) -> bool:
    """Whether the later condition is one that the earlier position did not have."""
    if earlier.condition is None or earlier.stance.polarity != later.stance.polarity:
        return True
    return earlier.language == later.language and not same_words(earlier.condition, later.condition)


def by_strength(earlier: Said, later: Said) -> Kind:
    before, after = (strength(one) for one in (earlier, later))
    if earlier.condition and later.condition:
        before, after = earlier.stance.strength, later.stance.strength
    return "Hardening" if after > before else "Softening" if after < before else "Repeat"


def across(earlier: Said, later: Said) -> Kind:
    """From one direction to the other."""
    if strength(earlier) >= DECIDED:
        return "Reversal" if strength(later) >= DECIDED else "Softening"
    return "Softening" if later.stance.polarity == "favour" else "Hardening"


def strength(one: Said) -> int:
    return OPEN if one.condition else one.stance.strength
