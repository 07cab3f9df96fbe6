"""Recall and precision of the checks, on correct pairs with planted errors."""
