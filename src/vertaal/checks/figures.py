"""Checks of all that counts: numbers, dates, percentages, money, references.

They share one comparison, so that each wrong figure is reported once, by the check of what it
stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from vertaal.checks.addresses import address_spans, outside_addresses
from vertaal.checks.atoms import Atom, Kind
from vertaal.checks.dutch_atoms import dutch_atoms
from vertaal.checks.english_atoms import english_atoms
from vertaal.checks.issue import Issue
from vertaal.checks.relations import turned_round
from vertaal.parsing.numbers import SMALL_ROMAN

_CODE = re.compile(
    r"\bECLI:[A-Z]{2}:[A-Z]+:\d{4}:\w+"
    r"|\b\d{4}[A-Z]\d{4,6}\b"
    r"|\b[A-Z][A-Z0-9]*(?:[-/.][A-Z0-9]+)*[-/]\d[\d./-]{2,}\d\b"
    r"|\bCOM\s?\(\d{4}\)\s?\d+"
    r"|\b[A-Z]\d{2}\.\d{2}\.\d{4}(?:/[IVX]+)?"
    r"|\b\d{2}[\s.]?\d{3}[\s-][IVX]{1,5}\b(?:-\d+)?"
    r"|\b\d{7,}\b"
)

_SENTENCE = re.compile(
    r"\b(?:\w+(?:de|ste)\s)?volzin(?:nen)?\b|(?:(?<=\blid,\s)|(?<=\d,\s))\w+(?:de|ste)\szin\b",
    re.IGNORECASE,
)
"""'Tweede volzin', of an article."""
_ENGLISH_SENTENCE = re.compile(r"\b(?:sentence|clause|phrase)s?\b", re.IGNORECASE)
_ITEM = re.compile(rf"\s*\(?(?P<numeral>{SMALL_ROMAN}[.)])\s+(?=\w)")
"""The Roman numeral with which an item of a list begins."""


def numbers(source: str, target: str) -> Iterator[Issue]:
    """The same numbers stand on both sides, by value: in figures or in words, with the decimal
    mark of their language, and in the same unit. 'Een' and 'beide' need no counterpart; an
    ordinal may be left out, but must not become another. Figures whose order matters keep it; a
    number below zero stays below zero.

    passes: Dat kost 1.234,56 kilo en twaalf dagen. → That costs 1,234.56 kilos and 12 days.
    passes: De 21e eeuw, de dertigste dag → The twenty-first century, the thirtieth day
    passes: Anderhalf jaar, twee derde van de leden. → A year and a half, two thirds of members.
    passes: Het duurt 2½ jaar. → It takes 2.5 years.
    fails: Er zijn 12 leden. → There are 21 members.
    fails: Eerst 12 leden, toen 15 en weer 12. → First 12 members, then 15 and 15 again.
    fails: Er zijn 10.000 boeren. → There are 10.000 farmers.
    fails: De termijn is zes weken. → The period is six months.
    fails: In het derde kwartaal → In the second quarter
    fails: Twaalf van de 15 leden → 15 of the 12 members
    fails: Deel II van het rapport → Part III of the report
    fails: ii. de gemeente Utrecht; → i. the municipality of Utrecht;
    fails: Het was -5 graden. → It was 5 degrees.
    """
    yield from _of(Kind.NUMBER, source, target)
    if (item := _ITEM.match(source)) and not target.lstrip(" (").startswith(item["numeral"]):
        yield Issue(f"'{item['numeral']}' is not in the target", item.span("numeral"))
    theirs = english_atoms(target)
    for atom in dutch_atoms(source):
        partners = [other for other in theirs if other.values & (atom.values - atom.converted)]
        counted = {other.measure for other in partners}
        if partners and atom.firm and atom.measure and not counted & {atom.measure, ""}:
            message = f"'{atom.said(source)}' counts another unit in the target"
            yield Issue(message, atom.span, partners[0].span)


def dates(source: str, target: str) -> Iterator[Issue]:
    """Days, months and years agree, in figures or in words, and so do days of the week.

    passes: Op 8 juli jl. en 12-3-2021 → On 8 July last and 12 March 2021
    passes: In de jaren zeventig → In the 1970s
    passes: The Guardian (‘Hype’, 15 July 2013) → The Guardian (‘Hype’, 15 July 2013)
    fails: De brief van 27 augustus 2018 → The letter of 27 August 2019
    fails: Sinds maart 2021 → Since May 2021
    fails: Per 1 januari geldt een verbod. → A ban applies as of January.
    fails: Open van ma t/m vr → Open on Mondays
    """
    return _of(Kind.DATE, source, target)


def percentages(source: str, target: str) -> Iterator[Issue]:
    """A percentage is the same percentage.

    passes: Dat is 39,13 procent. → That is 39.13%.
    passes: Het ligt tussen 2 en 3%. → It is between 2 and 3 per cent.
    passes: Een vijfde van de leden, 50% van de rest → 20% of the members, half of the rest
    fails: Dat is 75 procent. → That is 57 per cent.
    fails: Dat is 75 procent. → That is 75.
    fails: Dat is 2 procentpunt. → That is 2 per cent.
    fails: Dat is 2‰. → That is 2%.
    """
    yield from _of(Kind.PERCENTAGE, source, target)
    yield from _units(Kind.PERCENTAGE, "without a per cent sign", source, target)


def money(source: str, target: str) -> Iterator[Issue]:
    """An amount is the same amount in the same currency, 'miljoen' and 'miljard' included.

    passes: Dit kost 2,5 mln. euro. → This costs €2.5 million.
    passes: Een bedrag van € 3 miljard → An amount of 3 billion euros
    passes: Het kost 3, 5 en 7 miljoen euro. → It costs €3 million, €5 million and €7 million.
    passes: Het kost € 2,5 mld. → It costs €2.5 bn.
    passes: Een bedrag van € 500.000 → An amount of half a million euros
    passes: Kosten (€ mln.), samen € 1,5 mio → Costs (€ million), €1.5 million together
    passes: Dit kost k€ 350, dat M€ 3,5. → This costs €350,000, that €3.5 million.
    fails: Dit kost k€ 350. → This costs €350.
    fails: Dit kost € 3 miljoen. → This costs €3 billion.
    fails: Het stijgt van € 3 miljoen naar € 5 miljoen. → It rises from €5 million to €3 million.
    fails: Dit kost € 500. → This costs $500.
    """
    yield from _of(Kind.MONEY, source, target)
    yield from _units(Kind.MONEY, "without its currency", source, target)


def references(source: str, target: str) -> Iterator[Issue]:
    """References are copied: reference codes letter by letter, numbers of papers, articles and
    questions by value.

    passes: Zie Kamerstuk 35 000 V, nr. 3. → See Parliamentary Paper 35 000 V, no. 3.
    passes: Kenmerk BZDOC-693942081-24 → Reference BZDOC-693942081-24
    fails: Uw brief met kenmerk 2019Z21918 → Your letter with reference 2019Z21981
    fails: Zie artikel 3 van de wet. → See article 4 of the act.
    fails: Zie artikel 3.10 van de wet. → See article 3.1 of the act.
    fails: Zie artikel 3a, onder b. → See article 3a(c).
    fails: Kamerstukken II 2019/20, nr. 3 → Parliamentary Papers I 2019/20, no. 3
    fails: Artikel 3, eerste lid, tweede volzin → Article 3(1)(2)
    """
    yield from _of(Kind.REFERENCE, source, target)
    lost = _SENTENCE.search(source)
    if lost and not _ENGLISH_SENTENCE.search(target):
        yield Issue(f"'{lost.group()}' is not in the target", lost.span())
    plain = _squeezed(target)
    for match in outside_addresses(_CODE, source):
        if _squeezed(match.group()) not in plain:
            yield Issue(f"the reference '{match.group()}' is not in the target", match.span())
    plain = _squeezed(source)
    for match in outside_addresses(_CODE, target):
        if _squeezed(match.group()) not in plain:
            message = f"the reference '{match.group()}' is not in the source"
            yield Issue(message, None, match.span())


def _squeezed(text: str) -> str:
    return re.sub(r"[\s.,-]", "", text).upper()


def _of(kind: Kind, source: str, target: str) -> Iterator[Issue]:
    return (issue for found, issue in _mismatches(source, target) if found is kind)


def _outside_codes(text: str, atoms: tuple[Atom, ...]) -> list[Atom]:
    """The atoms that no code or address contains: those are compared as a whole."""
    if not atoms:
        return []
    places = [*(match.span() for match in _CODE.finditer(text)), *address_spans(text)]
    return [
        atom
        for atom in atoms
        if not any(start <= atom.start and atom.end <= end for start, end in places)
    ]


@lru_cache(maxsize=64)
def _mismatches(source: str, target: str) -> tuple[tuple[Kind, Issue], ...]:
    ours = _outside_codes(source, dutch_atoms(source))
    theirs = _outside_codes(target, english_atoms(target))
    missing = _without_partner(ours, theirs)
    extra = _without_partner(theirs, ours)
    found: list[tuple[Kind, Issue]] = []
    for atom in missing:
        partner = next((other for other in extra if other.kind is atom.kind), None)
        partner = partner or (extra[0] if extra else None)
        if partner:
            extra.remove(partner)
            issue = _became(atom, partner, source, target)
        else:
            issue = Issue(f"'{atom.said(source)}' is not in the target", atom.span)
        found.append((atom.kind, issue))
    for atom in extra:
        if atom.kind is Kind.DATE and (said := atom.said(target)).isalpha() and said in source:
            continue  # The source quotes English.
        issue = Issue(f"'{atom.said(target)}' is not in the source", None, atom.span)
        found.append((atom.kind, issue))
    if not found:
        found += _exchanged(ours, theirs, source, target)
        found += turned_round(ours, theirs, source, target)
        found += _ordinals(ours, theirs, source, target)
        found += _signs(ours, theirs, source, target)
    return tuple(found)


_CHAMBER = re.compile(r"\s*[Kk]amer")


def _ordinals(
    ours: list[Atom], theirs: list[Atom], source: str, target: str
) -> Iterator[tuple[Kind, Issue]]:
    """An ordinal without its fellow, where another stands in the target that nothing asks for."""
    missing = _lone_ordinals(source, ours, theirs)
    extra = _lone_ordinals(target, theirs, ours)
    for atom, other in zip(missing, extra, strict=False):
        yield Kind.NUMBER, _became(atom, other, source, target)


_MINUS = re.compile(
    r"(?:^|(?<![\d%]\s)(?<=[\s(€]))[-−–](?:€\s?)?$|(?<!\d\s)\b(?:min|minus)\s(?:€\s?)?$",
    re.IGNORECASE,
)
_DASH = re.compile(r"[-−–]\s?(?:€\s?)?$")
_BELOW = re.compile(
    r"\b(?:min|minus|negati\w*|onder|below|vorst|frost|tekort\w*|deficits?|shortfalls?|verlies|loss(?:es)?"
    r"|(?:ge)?daal\w*|dal(?:en|ende|ing\w*)|krimp\w*|gekrompen|af(?:name|neem|neemt|nemen|genomen)"
    r"|lager|lower\w*|minder|less|fewer|f[ae]ll\w*|down|declin\w*|decreas\w*|drop\w*|contract\w*"
    r"|shr[aiu]nk\w*|reduc\w*)\b",
    re.IGNORECASE,
)
"""Words that say what a minus sign says: '-3%' is a fall of 3%."""
_CLAUSE = re.compile(r"[;:?!]|[.,]\s|\b(?:and|but|while|whereas|en|maar|terwijl)\s(?=[^\d€-])")


def _signs(
    ours: list[Atom], theirs: list[Atom], source: str, target: str
) -> Iterator[tuple[Kind, Issue]]:
    """A number below zero on one side, where the other has neither dash nor word for it."""
    for atom in ours:
        fellows = [other for other in _alike(atom, theirs) if other.firm]
        if not atom.firm or not fellows or atom.kind in (Kind.DATE, Kind.REFERENCE):
            continue
        sides = (_alike(atom, ours), source), (fellows, target)
        for (signed, said), (others, text) in (sides, sides[::-1]):
            if (
                all(_MINUS.search(said[: each.start]) for each in signed)
                and not any(_DASH.search(text[: each.start]) for each in others)
                and not any(_falls(text, each) for each in others)
            ):
                what = f"the minus sign of '{atom.said(source)}' stands on one side only"
                yield atom.kind, Issue(what, atom.span, fellows[0].span)


def _falls(text: str, atom: Atom) -> bool:
    """Does a word beside the number, in its clause, say what a minus sign says?"""
    before = _CLAUSE.split(text[max(0, atom.start - 60) : atom.start])[-1]
    after = _CLAUSE.split(text[atom.end : atom.end + 40])[0]
    return bool(_BELOW.search(f"{before} {after}"))


def _lone_ordinals(text: str, atoms: list[Atom], others: list[Atom]) -> list[Atom]:
    """Ordinals to which no number answers; 'a' is none to 'first', and a chamber has a name."""
    return [
        atom
        for atom in atoms
        if atom.ordinal
        and atom.said(text).lower() != "één"
        and not _CHAMBER.match(text, atom.end)
        and not any(
            other.firm or other.ordinal or "1" not in atom.values for other in _alike(atom, others)
        )
    ]


def _became(atom: Atom, other: Atom, source: str, target: str) -> Issue:
    message = f"'{atom.said(source)}' became '{other.said(target)}'"
    return Issue(message, atom.span, other.span)


def _exchanged(
    ours: list[Atom], theirs: list[Atom], source: str, target: str
) -> Iterator[tuple[Kind, Issue]]:
    """Figures that all have a partner, but one of them once too often ('12, 15 and 12' as '12, 15
    and 15').
    """
    for kind in Kind:
        mine = [atom for atom in ours if atom.firm and atom.kind is kind]
        others = [atom for atom in theirs if atom.firm and atom.kind is kind]
        if len(mine) != len(others):
            continue
        for atom in mine:
            if partners := _alike(atom, others):
                others.remove(partners[0])
            elif len(_alike(atom, ours)) > len(_alike(atom, theirs)):
                yield kind, _became(atom, others[0], source, target)
                break


def _alike(atom: Atom, others: Iterable[Atom]) -> list[Atom]:
    """Those that may be worth the same."""
    return [other for other in others if other.values & atom.values]


def _without_partner(atoms: list[Atom], others: list[Atom]) -> list[Atom]:
    return [
        atom
        for atom in atoms
        if atom.firm and not any(other.lends_itself(atom) for other in others)
    ]


def _units(kind: Kind, lost: str, source: str, target: str) -> Iterator[Issue]:
    theirs = english_atoms(target)
    for atom in dutch_atoms(source):
        partners = _alike(atom, theirs)
        if atom.kind is not kind or not partners:
            continue
        if not any(_fits(target, other, atom) for other in partners):
            units = (atom.unit, partners[0].unit)
            how = _POINTS if "pp" in units else _MILLE if "‰" in units else lost
            yield Issue(f"'{atom.said(source)}' stands {how}", atom.span, partners[0].span)


def _fits(target: str, other: Atom, atom: Atom) -> bool:
    """'A quarter' needs no per cent sign."""
    same = other.unit == atom.unit or any(
        each.startswith("share") for each in other.values & atom.values
    )
    return same or _shared(target, other, atom)


_MILLE = "with a per mille sign on one side only"
_POINTS = "for per cent on one side and for percentage points on the other"
_SIGNS = {
    "%": re.compile(r"%|per\s?cent", re.IGNORECASE),
    "‰": re.compile(r"‰|per\smille?", re.IGNORECASE),
    "pp": re.compile(r"percentage\s+points?|\bpp\b", re.IGNORECASE),
    "euro": re.compile(r"€|euro|\bEUR\b", re.IGNORECASE),
    "dollar": re.compile(r"\$|dollar|\bUSD\b", re.IGNORECASE),
    "pound": re.compile(r"£|\bpounds?\b", re.IGNORECASE),
}


def _shared(target: str, other: Atom, atom: Atom) -> bool:
    """In an enumeration one sign serves several numbers: it may stand a little way off."""
    if other.unit and other.unit != atom.unit:
        return False
    near = target[other.end : other.end + 45]
    if atom.unit != "%":
        near += target[max(0, other.start - 30) : other.start]
    return bool(_SIGNS[atom.unit].search(near))
