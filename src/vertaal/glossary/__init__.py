"""The term base: loading, matching, verifying, maintaining."""

from vertaal.glossary.base import Glossary, load
from vertaal.glossary.confirming import confirm
from vertaal.glossary.csv_rows import Problem
from vertaal.glossary.english import english_forms
from vertaal.glossary.matcher import Matcher
from vertaal.glossary.verification import verify

__all__ = [
    "Glossary",
    "Matcher",
    "Problem",
    "confirm",
    "english_forms",
    "load",
    "verify",
]
