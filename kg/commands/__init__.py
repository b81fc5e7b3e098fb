"""The commands of `kg`, by kind of work: what each takes and does.

A command calls the function of the same name (`import` that of `import_`). The packages that need seconds to load
(spaCy, the models) are imported by the commands that use them.
"""

from kg.commands import asking, deciding, exchanging, finding, making, measuring, networking, showing, tracing

KINDS = (making, finding, asking, tracing, networking, deciding, showing, exchanging, measuring)
