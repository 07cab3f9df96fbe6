"""Web and mail addresses in running text, as patterns."""

from __future__ import annotations

_INSIDE = r"[^\s<>\"«»“”‘’()\[\]]"
_BRACKETED = rf"\({_INSIDE}*\)"
REST = rf"(?:{_INSIDE}|{_BRACKETED})*(?:(?![.,;:!?…]){_INSIDE}|{_BRACKETED})"
"""What stands behind 'https://', 'www.' or 'nos.nl/'. Marks at its end are the sentence's, and a
bracket is the address's own only with its partner ('Mercurius_(planeet)')."""
_SITE = r"\b\w[\w-]{0,62}(?:\.[\w-]{1,63}){0,6}\.(?:nl|be|eu|com|org|net|int|gov|info)"

WEB = rf"(?:https?://|www\.|{_SITE}/){REST}"
ADDRESS = rf"(?:{WEB}|[\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+|{_SITE}\b)"
"""Of the web or of mail, or the bare name of a site ('telegraaf.nl')."""
