"""Debates that are small enough to count by hand."""

from datetime import date

from kg.discourse.statements import Statement

# The sample debate of the Discourse Network Analyzer as a table: how often each organisation of seven agrees (+) and
# disagrees (-) with each of six concepts. The rows of Senate and Sierra Club stand in the worked example of its manual
# (github.com/leifeld/dna, manual2/dna-manual.Rnw, section on qualifier aggregation); the whole is `dna_sample()`.
SAMPLE = """
                        | cap-and-trade | caused-by-co2 | anthropogenic | no-harm | regulate-co2 | regulate
alliance-to-save-energy |               | +1            |               |         | +2           | +1
energy-and-environment  |               |               |               | -2      | +1 -1        |
environmental-agency    |               |               |               | -1      |              | +10
petrochemical           |               |               |               | -2      |              | -2
senate                  |               |               |               | -2      | -1           | +2
sierra-club             |               | +1            | +1            | +2      | +1           | +1
public-interest         | +1            | +1            | +2            | +1      | +1           |
"""


def statements(table: str, day: date | None = None) -> list[Statement]:
    """`+2 -1 01` in a cell: twice in favour, once against, once neither."""
    head, *rows = ([cell.strip() for cell in line.split("|")] for line in table.splitlines() if line.strip())
    return [
        Statement(row[0], issue, {"+": 1, "-": -1, "0": 0}[said[0]], day)
        for row in rows
        for issue, cell in zip(head[1:], row[1:], strict=True)
        for said in cell.split()
        for _ in range(int(said[1:]))
    ]
