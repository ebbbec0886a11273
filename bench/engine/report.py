"""What was measured, and the tables that it makes."""
import os
import statistics

import contenders
import queries as questions
from table import Table, brief

CHANGED = 100 # motions indexed again


class Row:
    """What is known of one engine on one collection."""

    def __init__(self, engine):
        self.name, self.title = engine.name, engine.versioned()
        self.cost = self.size = self.resident = self.again = None
        self.seconds = {} # class: for each question the seconds of its rounds
        self.ids = {}     # class: for each question the ten best
        self.fresh = []   # for each question the seconds of its rounds

    def fastest(self, kind):
        """Of each question, its best round: what else the machine does disturbs that least."""
        return [min(each) for each in self.seconds.get(kind, ())]

    def all_seconds(self, kind):
        return [each for rounds in self.seconds.get(kind, ()) for each in rounds]

    def raw(self):
        cost, again = ({"wall_s": cost.wall, "processor_s": cost.processor, "peak_bytes": cost.peak}
                       if cost else None for cost in (self.cost, self.again))
        return {"name": self.name, "title": self.title, "build": cost, "size_bytes": self.size,
                f"build_{CHANGED}_changed": again,
                "resident_bytes": self.resident, "seconds": self.seconds, "fresh_seconds": self.fresh,
                "ids": self.ids}


class Scale:
    def __init__(self, times, passages):
        self.times, self.bytes = times, passages.stat().st_size
        with open(passages, "rb") as lines:
            self.count = sum(1 for _ in lines)

    def describe(self, rounds, drawn):
        counts = sorted({len(of_kind) for of_kind in drawn.values()})
        return (f"{self.count:,} passages, {self.bytes / 1e6:.1f} MB of text with titles and ids; "
                f"{counts[0] if len(counts) == 1 else f'{counts[0]} to {counts[-1]}'} questions of "
                f"each class, {rounds} rounds; {os.cpu_count()} processors, load "
                f"{os.getloadavg()[0]:.1f} at the end\n")


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def overlap(row, base, kind):
    """The share of the ten best (or as many as there are) that plain Xapian has too."""
    shares = [len(set(ours) & set(theirs)) / min(len(ours), len(theirs))
              for ours, theirs in zip(row.ids.get(kind, ()), base.ids.get(kind, ())) if ours and theirs]
    return sum(shares) / len(shares) if shares else None


def headings(drawn):
    return [questions.CLASSES[kind][0] for kind in drawn]


def milliseconds(seconds):
    return brief(seconds * 1e3) if seconds is not None else None


def over(values, summary):
    return summary(values) if values else None


def table_of_medians(rows, drawn):
    table = Table("Medians, ms", ["", "build CPU s (wall)", "peak MB", "size MB", *headings(drawn),
                                  "fresh process, two words", "resident MB"])
    for row in rows.values():
        cost = row.cost
        table.add(row.title, cost and f"{brief(cost.processor)} ({brief(cost.wall)})",
                  cost and f"{cost.peak / 1e6:.0f}", row.size and brief(row.size / 1e6),
                  *(milliseconds(over(row.all_seconds(kind), statistics.median)) for kind in drawn),
                  milliseconds(over([each for rounds in row.fresh for each in rounds],
                                    statistics.median)),
                  row.resident and f"{row.resident / 1e6:.0f}")
    return table


def table_of_percentiles(rows, drawn):
    table = Table("95th percentiles, ms", ["", *headings(drawn), "fresh process, two words"])
    for row in rows.values():
        if row.seconds or row.fresh:
            values = [row.all_seconds(kind) for kind in drawn]
            values.append([each for rounds in row.fresh for each in rounds])
            table.add(row.title, *(milliseconds(over(each, lambda all: percentile(all, 0.95)))
                                   for each in values))
    return table


def table_of_ratios(rows, drawn, base):
    table = Table(f"Medians over those of {base.title}", ["", "build CPU", "build wall", "size",
                                                          *headings(drawn), "fresh process"])
    for row in rows.values():
        ratios = [row.cost and row.cost.processor / base.cost.processor,
                  row.cost and row.cost.wall / base.cost.wall, row.size and row.size / base.size]
        ratios += [row.seconds.get(kind) and statistics.median(row.all_seconds(kind)) /
                   statistics.median(base.all_seconds(kind)) for kind in drawn]
        fresh = [each for rounds in row.fresh for each in rounds]
        ratios.append(fresh and statistics.median(fresh) /
                      statistics.median([each for rounds in base.fresh for each in rounds]))
        table.add(row.title, *(brief(ratio) if ratio else None for ratio in ratios))
    return table


def table_of_pairs(rows, drawn, base):
    table = Table(f"In pairs: the median of each question's ratio to {base.title}, best rounds",
                  ["", *headings(drawn)])
    for row in rows.values():
        if row.seconds:
            table.add(row.title, *(brief(over([ours / theirs for ours, theirs in
                                               zip(row.fastest(kind), base.fastest(kind))],
                                              statistics.median)) for kind in drawn))
    return table


def table_of_overlaps(rows, drawn, base):
    table = Table(f"Of the ten best, the share that {base.title} has too", ["", *headings(drawn)])
    for row in rows.values():
        if row.seconds:
            table.add(row.title, *(brief(overlap(row, base, kind)) for kind in drawn))
    return table


def table_of_growth(scales, drawn):
    """From the first collection to the last: how many times the time, over how many times the text."""
    (first, before), (last, after) = scales[0], scales[-1]
    table = Table(f"Growth from {first.times} to {last.times} times the text: 1 is linear",
                  ["", "build CPU", "size", *headings(drawn)])
    scale = last.bytes / first.bytes
    for name, row in after.items():
        old = before[name]
        table.add(row.title, brief(row.cost and row.cost.processor / old.cost.processor / scale),
                  brief(row.size and row.size / old.size / scale),
                  *(brief(row.seconds.get(kind) and statistics.median(row.all_seconds(kind)) /
                          statistics.median(old.all_seconds(kind)) / scale) for kind in drawn))
    return table


def tables_of(rows, drawn):
    base = rows.get(contenders.BASE)
    tables = [table_of_medians(rows, drawn), table_of_percentiles(rows, drawn)]
    if base:
        tables += [make(rows, drawn, base) for make in (table_of_ratios, table_of_pairs,
                                                         table_of_overlaps)]
    return tables
