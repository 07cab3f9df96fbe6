"""How far a web address goes on in running text."""

from __future__ import annotations

_INSIDE = r"[^\s<>\"«»“”‘’()\[\]]"
_BRACKETED = rf"\({_INSIDE}*\)"

REST = rf"(?:{_INSIDE}|{_BRACKETED})*(?:(?![.,;:!?…]){_INSIDE}|{_BRACKETED})"
"""What stands behind 'https://', 'www.' or 'nos.nl/', as a pattern. Marks at its end are the
sentence's, and a bracket is the address's own only with its partner ('Mercurius_(planeet)')."""
