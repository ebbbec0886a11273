"""Tables as text and as Markdown."""


class Table:
    def __init__(self, title, headings):
        self.title, self.headings, self.rows = title, headings, []

    def add(self, *cells):
        self.rows.append(["-" if cell is None else str(cell) for cell in cells])

    def text(self):
        widths = [max(len(row[i]) for row in [self.headings, *self.rows])
                  for i in range(len(self.headings))]
        lines = [self.title]
        for row in [self.headings, *self.rows]:
            lines.append("  ".join(cell.ljust(width) if i == 0 else cell.rjust(width)
                                   for i, (cell, width) in enumerate(zip(row, widths))).rstrip())
        return "\n".join(lines) + "\n"

    def markdown(self):
        lines = [f"{self.title}\n", "| " + " | ".join(self.headings) + " |",
                 "|---" + "|--:" * (len(self.headings) - 1) + "|"]
        lines += ["| " + " | ".join(row) + " |" for row in self.rows]
        return "\n".join(lines) + "\n"


def brief(number):
    """Three digits of it."""
    if number is None:
        return None
    return f"{number:.0f}" if number >= 99.95 else f"{number:.1f}" if number >= 9.995 else f"{number:.2f}"
