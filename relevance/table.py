"""Rows of figures, as lines for a terminal and as Markdown for docs/relevance.md."""

DIGITS = 4


class Table:
    """`head` begins with what the first column has; a row begins with a name or more, then numbers."""

    def __init__(self, *head):
        self.rows = [head]

    def add(self, *cells):
        self.rows.append([f"{cell:.{DIGITS}f}" if isinstance(cell, float) else cell for cell in cells])

    def add_difference(self, *cells):
        """The first number, a difference, has a sign; p values below what is shown say so."""
        names = [cell for cell in cells if isinstance(cell, str)]
        difference, *chances = cells[len(names):]
        self.rows.append([*names, f"{difference:+.{DIGITS}f}", *map(chance, chances)])

    def text(self):
        widths = [max(map(len, column)) for column in zip(*self.rows)]
        lines = ("  ".join(cell.ljust(width) if at == 0 else cell.rjust(width)
                           for at, (cell, width) in enumerate(zip(row, widths))).rstrip()
                 for row in self.rows)
        return "".join(line + "\n" for line in lines)

    def markdown(self):
        lines = ["| " + " | ".join(row) + " |" for row in self.rows]
        lines.insert(1, "|---" * len(self.rows[0]) + "|")
        return "".join(line + "\n" for line in lines)


def chance(p):
    least = 10 ** -DIGITS
    return f"< {least:.{DIGITS}f}" if p < least else f"{p:.{DIGITS}f}"


def show(tables, markdown=None):
    """Prints them; with the path of a file, also writes them there."""
    print("\n".join(table.text() for table in tables), end="")
    if markdown:
        markdown.write_text("\n".join(table.markdown() for table in tables), encoding="utf-8")
