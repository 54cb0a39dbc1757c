"""Decides what a machine can decide of PDF/UA-1, over qpdf's object model."""
# Those named check_ are imported for the entries they make in the table.
from . import check_annotations, check_content, check_document, check_fonts, check_structure
from .checkpoints import CHECKPOINTS
from .document import Document, RawFile, Unreadable

__all__ = ["CHECKPOINTS", "check"]

# What the bytes of a file tell when qpdf cannot read it.
OF_BYTES = ("00-003", "26-001", "26-002")


def look(number, document):
    """What one checkpoint finds. Objects of kinds that nobody expects leave it
    undecided, which counts as a failure."""
    try:
        return [(number, sentence) for sentence in CHECKPOINTS[number].find(document)]
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        return [("00-001", f"{number} is not decided, some object is of the wrong kind: {error}")]


def check(path):
    """Pairs of number and sentence for all that is wrong, by number."""
    try:
        document, numbers, found = Document(path), sorted(CHECKPOINTS), []
    except Unreadable as error:
        document, numbers = RawFile(path), OF_BYTES
        found = [("00-001", f"qpdf cannot read the file: {error}")]
    for number in numbers:
        found += look(number, document)
    return sorted(found, key=lambda one: one[0])
