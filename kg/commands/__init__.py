"""The commands of `kg`, by kind of work: what each takes and does.

A command calls the function of the same name. The packages that need seconds to load (spaCy, the models) are imported
by the commands that use them.
"""

from kg.commands import asking, finding, making, measuring, showing, tracing

KINDS = (making, finding, asking, tracing, showing, measuring)
