"""Language pipelines and the grammar that is read off their parse."""

from kg.analyse.load import load

__all__ = ["load"]
