"""A person corrects: accepts, rejects or changes positions of a store, and takes that back.

It is a local tool: whoever decides is a name, and there are no accounts.
"""

from kg.decide.change import Change
from kg.decide.deciding import deciding, now, undoing
from kg.decide.finding import decisions, decisions_on, settled_by
from kg.store.decision import Claim, Decision, Verdict

__all__ = [
    "Change", "Claim", "Decision", "Verdict", "deciding", "decisions", "decisions_on", "now", "settled_by", "undoing",
]  # fmt: skip
