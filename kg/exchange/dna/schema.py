"""The tables of a database of DNA 3.0 (SQLite), as version 3.0.11 makes and reads them.

DNA opens what says of itself that it is of version 3.0. It wants a row of data for every variable of a statement, an
entity for the empty text of every variable, a value for every attribute of an entity, and short texts below 191
characters (`sql/Sql.java` of its source).
"""

VERSION, RELEASED = "3.0.11", "2025-02-05"
SHORT = 190  # characters of a short text

WHAT_CODERS_MAY = (
    "AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements", "EditStatements",
    "DeleteStatements", "EditAttributes", "EditRegex", "EditStatementTypes", "EditCoders", "EditCoderRelations",
    "ViewOthersDocuments", "EditOthersDocuments", "ViewOthersStatements", "EditOthersStatements",
)  # fmt: skip
COLOURS = ("Red", "Green", "Blue")


def number(name: str, low: int, high: int, default: int) -> str:
    return f"{name} INTEGER NOT NULL DEFAULT {default} CHECK ({name} BETWEEN {low} AND {high})"


def yes(name: str, default: int = 1) -> str:
    return number(name, 0, 1, default)


def short(name: str) -> str:
    return f"{name} TEXT NOT NULL DEFAULT '' CHECK (LENGTH({name}) <= {SHORT})"


def of(name: str, table: str) -> str:
    return f"{name} INTEGER NOT NULL REFERENCES {table}(ID) ON DELETE CASCADE"


ID = "ID INTEGER NOT NULL PRIMARY KEY"
COLOUR = tuple(number(name, 0, 255, 0) for name in COLOURS)
DATUM = (ID, of("StatementId", "STATEMENTS"), of("VariableId", "VARIABLES"))
ONCE = "UNIQUE (StatementId, VariableId)"
LOOKS = (
    number("Refresh", 0, 9999, 0),
    number("FontSize", 1, 99, 14),
    short("Password"),
    number("PopupWidth", 100, 9999, 300),
    yes("ColorByCoder", 0),
    yes("PopupDecoration", 0),
    yes("PopupAutoComplete"),
)
DOCUMENT = ("Author", "Source", "Section")
KINDS = " OR ".join(f"DataType = '{kind}'" for kind in ("boolean", "integer", "long text", "short text"))
SEES = tuple(yes(f"{does}{what}") for what in ("Statements", "Documents") for does in ("view", "edit"))

TABLES = {
    "SETTINGS": ("Property TEXT PRIMARY KEY", "Value TEXT NOT NULL"),
    "CODERS": (ID, short("Name"), *COLOUR, *LOOKS, *(yes(f"Permission{name}") for name in WHAT_CODERS_MAY)),
    "DOCUMENTS": (
        ID, short("Title"), "Text TEXT NOT NULL", of("Coder", "CODERS"), *map(short, DOCUMENT),
        "Notes TEXT NOT NULL DEFAULT ''", short("Type"), "Date INTEGER NOT NULL",
    ),
    "STATEMENTTYPES": (ID, short("Label"), *COLOUR),
    "VARIABLES": (
        ID, short("Variable"), f"DataType TEXT NOT NULL DEFAULT 'short text' CHECK ({KINDS})",
        of("StatementTypeId", "STATEMENTTYPES"), "UNIQUE (Variable, StatementTypeId)",
    ),
    "VARIABLELINKS": (ID, of("SourceVariableId", "VARIABLES"), of("TargetVariableId", "VARIABLES")),
    "REGEXES": (f"Label TEXT PRIMARY KEY CHECK (LENGTH(Label) <= {SHORT})", *COLOUR),
    "CODERRELATIONS": (ID, of("Coder", "CODERS"), of("OtherCoder", "CODERS"), *SEES, "CHECK (Coder != OtherCoder)"),
    "STATEMENTS": (
        ID, of("StatementTypeId", "STATEMENTTYPES"), of("DocumentId", "DOCUMENTS"),
        "Start INTEGER NOT NULL CHECK (Start >= 0)", "Stop INTEGER NOT NULL CHECK (Stop >= 0)",
        of("Coder", "CODERS"), "CHECK (Start < Stop)",
    ),
    "DATABOOLEAN": (*DATUM, "Value INTEGER NOT NULL DEFAULT 1", ONCE),
    "DATAINTEGER": (*DATUM, "Value INTEGER NOT NULL DEFAULT 0", ONCE),
    "ENTITIES": (
        ID, of("VariableId", "VARIABLES"), short("Value"), *COLOUR,
        "ChildOf INTEGER CHECK (ChildOf > 0) REFERENCES ENTITIES(ID) ON DELETE CASCADE", "UNIQUE (VariableId, Value)",
    ),
    "DATASHORTTEXT": (*DATUM, of("Entity", "ENTITIES"), ONCE),
    "DATALONGTEXT": (*DATUM, "Value TEXT DEFAULT ''", ONCE),
    "ATTRIBUTEVARIABLES": (
        ID, of("VariableId", "VARIABLES"), short("AttributeVariable"), "UNIQUE (VariableId, AttributeVariable)",
    ),
    "ATTRIBUTEVALUES": (
        ID, of("EntityId", "ENTITIES"), of("AttributeVariableId", "ATTRIBUTEVARIABLES"), short("AttributeValue"),
        "UNIQUE (EntityId, AttributeVariableId)",
    ),
}  # fmt: skip
