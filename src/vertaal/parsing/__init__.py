"""The structure of a letter: title, questions, answers, notes, and what belongs to none."""

from vertaal.parsing.document import parse
from vertaal.parsing.marks import note_marks
from vertaal.parsing.view import as_json

__all__ = ["as_json", "note_marks", "parse"]
