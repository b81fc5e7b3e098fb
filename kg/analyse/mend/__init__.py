"""Trees that are put right: one phenomenon a module."""

from kg.analyse.mend.genders import genders
from kg.analyse.mend.tree import mended

__all__ = ["genders", "mended"]
