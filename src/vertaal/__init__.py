"""English editions of Dutch parliamentary questions and answers."""

__version__ = "0.1.0"
