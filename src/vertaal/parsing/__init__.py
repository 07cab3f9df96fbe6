"""The structure of a letter: title, questions, answers, notes, and what belongs to none."""
