"""An interactive HTML page of a graph: one file that needs no network and can be mailed."""

from kg.view.page import languages, page, write_page

__all__ = ["languages", "page", "write_page"]
