"""Measures of ranked answers: from judgments and a run, both as TREC writes them, to figures.

Judgments: lines of query, 0, document, grade. A run: lines of query, Q0, document, rank, score, name.
What counts is the score; documents of one score stand by id, the later first, and the rank is ignored,
as trec_eval has it. Every query with a judged-relevant document counts; one without answers counts 0."""
import math
from collections import defaultdict

CUT, DEEP_CUT, FIRST = 10, 100, 3
# Grades of so much are relevant, where only yes or no is asked.
LEAST_GRADE = 1


class Malformed(Exception):
    """A line that is not as described above."""


def _columns(path, count):
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            columns = line.split()
            if not columns:
                continue
            if len(columns) != count:
                raise Malformed(f"{path}:{number}: {len(columns)} columns instead of {count}")
            yield number, columns


def read_judgments(path):
    """{query: {document: grade}}, of all queries"""
    judged = defaultdict(dict)
    for number, (query, _, document, grade) in _columns(path, 4):
        if document in judged[query]:
            raise Malformed(f"{path}:{number}: {document} is judged twice for query {query}")
        try:
            judged[query][document] = int(grade)
        except ValueError:
            raise Malformed(f"{path}:{number}: '{grade}' is no grade") from None
    return dict(judged)


def read_run(path):
    """{query: [document, ...]}, the best first"""
    scores = defaultdict(dict)
    for number, (query, _, document, _, score, _) in _columns(path, 6):
        if document in scores[query]:
            raise Malformed(f"{path}:{number}: {document} is there twice for query {query}")
        try:
            scores[query][document] = float(score)
        except ValueError:
            raise Malformed(f"{path}:{number}: '{score}' is no score") from None
    return {query: rank(of_query) for query, of_query in scores.items()}


def rank(scores):
    """Documents by score, those of one score by id, both downwards."""
    return [document for _, document in
            sorted(((score, document) for document, score in scores.items()), reverse=True)]


# --- of one query: `grades` of the documents found, the best first; `wanted`, all grades judged ----

def average_precision(grades, wanted, least):
    found, total = 0, 0.0
    for at, grade in enumerate(grades, start=1):
        if grade >= least:
            found += 1
            total += found / at
    return total / _count(wanted, least)


def reciprocal_rank(grades, wanted, least):
    del wanted
    return next((1 / at for at, grade in enumerate(grades, start=1) if grade >= least), 0.0)


def precision(grades, wanted, least):
    del wanted
    return _count(grades[:CUT], least) / CUT


def recall(grades, wanted, least):
    return _count(grades[:DEEP_CUT], least) / _count(wanted, least)


def success(grades, wanted, least):
    del wanted
    return float(_count(grades[:FIRST], least) > 0)


def discounted_gain(grades, wanted, least):
    """nDCG: the gain is the grade itself, whatever `least` says."""
    del least
    return _gain(grades) / _gain(sorted(wanted, reverse=True))


def _gain(grades):
    return sum(max(grade, 0) / math.log2(at + 1) for at, grade in enumerate(grades[:CUT], start=1))


def _count(grades, least):
    return sum(grade >= least for grade in grades)


MEASURES = {"MAP": average_precision, "MRR": reciprocal_rank, "P@10": precision,
            "nDCG@10": discounted_gain, "recall@100": recall, "success@3": success}


def evaluate(ranked, judged, least=LEAST_GRADE):
    """{query: {measure: figure}} for each query that has a document of at least that grade"""
    figures = {}
    for query, grades in judged.items():
        if _count(grades.values(), least) == 0:
            continue
        got = [grades.get(document, 0) for document in ranked.get(query, [])]
        figures[query] = {name: measure(got, grades.values(), least)
                          for name, measure in MEASURES.items()}
    return figures


def mean(figures, name):
    return sum(of_query[name] for of_query in figures.values()) / len(figures)


def share_empty(ranked, judged, least=LEAST_GRADE):
    """The share of queries with something to find that were answered with nothing."""
    asked = [query for query, grades in judged.items() if _count(grades.values(), least)]
    return sum(not ranked.get(query) for query in asked) / len(asked)
