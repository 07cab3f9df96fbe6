"""Whether a sentence that denies still denies."""

from __future__ import annotations

from collections.abc import Iterator

from vertaal.checks.issue import Issue
from vertaal.negation import misplaced, unbalanced


def negation(source: str, target: str) -> Iterator[Issue]:
    """What is denied on one side is denied on the other: 'niet', 'geen', 'noch', 'nooit',
    'zonder' … against not, no, neither, never, without, n't. Words that are negative in
    themselves ('onmogelijk', unable, refuse) count on either side where those do not balance. Where
    each side denies once, it denies the same: 'verplicht niet te' is not 'not obliged to'.

    passes: Dat is niet bekend. → That is unknown.
    passes: Noch de minister, noch de Kamer wist dit. → Neither the minister nor the House knew.
    passes: Zo nee, waarom niet? → If not, why not?
    passes: Zie «We can’t join NATO». → See ‘We can’t join NATO’.
    passes: Dat is niet nodig of niet gewenst. → That is not necessary or desirable.
    passes: 2021 | n.v.t. → 2021 | not applicable
    fails: Het kabinet kan dat niet bevestigen. → The government can confirm that.
    fails: Er zijn cijfers bekend. → There are no figures available.
    fails: Het mag niet later dan in mei gebeuren. → It may not be done until May.
    fails: Zij kan besluiten dit niet te doen. → She cannot decide to do this.
    fails: De arts zegt nooit te zijn gehoord. → The doctor never says he was heard.
    fails: Daar is geen twijfel over. → There is doubt about that.
    """
    ours, theirs = unbalanced(source, target)
    if ours:
        yield Issue(f"'{ours.group()}' denies, and the target does not", ours.span())
    if theirs:
        yield Issue(f"'{theirs.group()}' denies, and the source does not", None, theirs.span())
    if elsewhere := misplaced(source, target):
        dutch, english = elsewhere
        message = f"'{english.group()}' denies something else than '{dutch.group()}'"
        yield Issue(message, dutch.span(), english.span())
