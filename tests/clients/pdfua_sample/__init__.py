"""A small, correct tagged PDF, and cases that break it in one place at a time."""
# Those named break_ are imported for the entries they make in the table.
from . import break_annotations, break_content, break_document, break_fonts, break_structure
from .cases import CASES
from .sample import Sample

__all__ = ["CASES", "Sample"]
