"""Ways to spoil a correct translation, a table by the check that should notice.

A planter takes a pair and a random generator and gives the pair with an error in the target, or
None where the pair offers no place for it. Planters look for their places by means of their own,
not by those of the checks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Pair = tuple[str, str]
Planter = Callable[[Pair, Random], Pair | None]

_MONTHS = "January February March April May June July August September October November December"
_MONTH = "(?:" + "|".join(_MONTHS.split()) + ")"
_FIGURE = r"(?<![\w.,/-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w/-]|[.,]\d)"
_REFERENCE = r"(?:nos?\.|number|Papers?|[Aa]rticles?|[Qq]uestions?|[Aa]nswers? to|[Ss]ections?)\s"


def _replace(text: str, match: re.Match[str], new: str, group: int | str = 0) -> str:
    start, end = match.span(group)
    return text[:start] + new + text[end:]


def _pick(pattern: str, text: str, rng: Random) -> re.Match[str] | None:
    places = list(re.finditer(pattern, text))
    return rng.choice(places) if places else None


def _other_figure(figure: str, rng: Random) -> str:
    """Another number: a digit changed, two exchanged, one added or one lost."""
    digits = [place for place, character in enumerate(figure) if character.isdigit()]
    place = rng.choice(digits)
    ways = [
        figure[:place] + str((int(figure[place]) + rng.randint(1, 8)) % 10) + figure[place + 1 :]
    ]
    if len(digits) > 1:
        first, second = rng.sample(digits, 2)
        letters = list(figure)
        letters[first], letters[second] = letters[second], letters[first]
        ways += ["".join(letters), figure[:place] + figure[place + 1 :]]
    if "," not in figure:
        ways.append(figure + "0" if "." not in figure else figure.replace(".", ""))
    ways = [way for way in ways if _worth(way) != _worth(figure) and way.strip(".,")]
    return rng.choice(ways) if ways else figure + "7"


def _worth(figure: str) -> float:
    try:
        return float(figure.replace(",", ""))
    except ValueError:
        return -1.0


_NUMBER_WORDS = r"\b(?:two|three|four|five|six|seven|eight|ten|twelve|twenty|fifty)\b(?!-)"
_COUNTS_MONEY_OR_SHARES = re.compile(
    r"(?:\s?[–-]\s?[\d.,]+|\s(?:to|and)\s[\d.,]+)?"
    rf"(?:\s?%|\s?per cent|\sper mille|\s(?:million\s|billion\s)?(?:euro|dollar)|\s{_MONTH})"
)
_REFERS = re.compile(
    rf"[€$£]\s?$|{_MONTH}\s$|(?:{_REFERENCE}|paragraphs? )[\d, and.]*$|[:(–-]$", re.IGNORECASE
)


def number(pair: Pair, rng: Random) -> Pair | None:
    source, target = pair
    plain = [
        match
        for match in re.finditer(_FIGURE + "|" + _NUMBER_WORDS, target)
        if not _COUNTS_MONEY_OR_SHARES.match(target, match.end())
        and not _REFERS.search(target[: match.start()])
        and not re.fullmatch(r"(?:19|20)\d\d", match.group())
    ]
    if not plain:
        return None
    match = rng.choice(plain)
    if rng.random() < 0.2:
        return source, _replace(target, match, "some")
    if match.group()[0].isdigit():
        return source, _replace(target, match, _other_figure(match.group(), rng))
    words = ("two", "three", "four", "six", "nine", "eleven")
    return source, _replace(
        target, match, rng.choice([word for word in words if word != match.group()])
    )


def date(pair: Pair, rng: Random) -> Pair | None:
    source, target = pair
    match = _pick(
        rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>\b{_MONTH})\b(?: (?P<year>\d{{4}}))?", target, rng
    )
    if match is None or not (match["day"] or match["year"]):
        return None
    group = rng.choice([name for name in ("day", "month", "year") if match[name]])
    if group == "month":
        others = [name for name in _MONTHS.split() if name != match["month"]]
        return source, _replace(target, match, rng.choice(others), group)
    if group == "day":
        days = [str(day) for day in range(1, 29) if str(day) != match["day"]]
        return source, _replace(target, match, rng.choice(days), group)
    year = int(match["year"]) + rng.choice((-10, -2, -1, 1, 2, 10))
    return source, _replace(target, match, str(year), group)


def percentage(pair: Pair, rng: Random) -> Pair | None:
    source, target = pair
    match = _pick(r"(?P<figure>\d+(?:\.\d+)?)(?P<sign>\s?%|\s?per cent)", target, rng)
    if match is None:
        return None
    if rng.random() < 0.3:
        return source, _replace(target, match, "", "sign")
    return source, _replace(target, match, _other_figure(match["figure"], rng), "figure")


def amount(pair: Pair, rng: Random) -> Pair | None:
    source, target = pair
    match = _pick(
        r"(?P<sign>[€$])\s?(?P<figure>\d[\d,]*(?:\.\d+)?)(?: (?P<scale>million|billion))?"
        r"|(?P<plain>\d[\d,]*(?:\.\d+)?)(?: (?P<large>million|billion))? (?P<word>euros?|dollars?)",
        target,
        rng,
    )
    if match is None:
        return None
    scale = "scale" if match["scale"] else "large" if match["large"] else ""
    way = rng.choice(["figure", "currency", "scale"] if scale else ["figure", "currency"])
    if way == "scale":
        other = "billion" if match[scale] == "million" else "million"
        return source, _replace(target, match, other, scale)
    if way == "currency":
        if match["sign"]:
            return source, _replace(target, match, "$" if match["sign"] == "€" else "€", "sign")
        other = "dollars" if match["word"].startswith("euro") else "euros"
        return source, _replace(target, match, other, "word")
    group = "figure" if match["figure"] else "plain"
    return source, _replace(target, match, _other_figure(match[group], rng), group)


def reference(pair: Pair, rng: Random) -> Pair | None:
    source, target = pair
    match = _pick(_REFERENCE + r"(?P<figure>\d+(?: \d{3})?)\b", target, rng)
    if match is None:
        code = f"{rng.randint(2015, 2025)}Z{rng.randint(10000, 24999)}"
        wrong = code[:-2] + code[-1] + code[-2] if code[-1] != code[-2] else code[:-1]
        dutch, english = f"{source} (kenmerk {code})", f"{target} (reference {wrong})"
        return (dutch, english) if rng.random() < 0.2 else None
    if rng.random() < 0.2 and match["figure"] not in target.replace(match.group(), "", 1):
        return source, _replace(target, match, "")
    return source, _replace(target, match, _other_figure(match["figure"], rng), "figure")


_ADDRESSES = (
    "www.rijksoverheid.nl/documenten",
    "https://www.tweedekamer.nl/kamerstukken/detail?id=2021Z04211",
    "info@minbuza.nl",
    "nos.nl/artikel/2511721",
)


def address(pair: Pair, rng: Random) -> Pair | None:
    """An address is added to both sides, and spoilt on one."""
    source, target = pair
    right = rng.choice(_ADDRESSES)
    place = rng.randrange(4, len(right) - 1)
    letters = "abcdefghijklmnopqrstuvwxyz".replace(right[place].lower(), "")
    spoilt = right[:place] + rng.choice(letters) + right[place + 1 :]
    wrong = rng.choice([spoilt, spoilt, right[:place] + right[place + 1 :], ""])
    return f"{source} (zie {right})", f"{target} (see {wrong})"


_PARTIES = ("VVD", "PvdA", "CDA", "D66", "PVV", "SGP", "DENK", "PvdD", "FVD", "JA21", "BBB", "NSC")


def party(pair: Pair, rng: Random) -> Pair | None:
    source, target = pair
    match = _pick(r"(?<![\w-])(?:" + "|".join((*_PARTIES, "GroenLinks")) + r")(?!\w)", target, rng)
    if match is None or match.group() not in source:
        return None
    others = [name for name in _PARTIES if name not in source] + ["coalition", "Labour Party"]
    if target.count(match.group()) > 1:
        return source, target.replace(match.group(), rng.choice(others))
    return source, _replace(target, match, rng.choice(others))


_NAMES = (
    "Omtzigt Kuzu Ploumen Leijten Klaver Wolvega Xinjiang Ollongren Hijink Nispen Jetten Dijkgraaf "
    "Bruinsma Heerenveen Vijlbrief Srebrenica Kiesraad Westerveld Wassenberg Zuyderland"
)
_COMMON_WORDS = re.compile(
    r"Minister|State|House|Ministry|Secretary|Parliament|Court|Council|European|Dutch|Act|Paper|"
    r"Commission|Member|President|Agency|Authority|Service|Chamber|Prime|International|National"
)


def name(pair: Pair, rng: Random) -> Pair | None:
    """A word with a capital that both sides have is misspelt, or becomes another name."""
    source, target = pair
    places = [
        match
        for match in re.finditer(r"(?<=[a-z,(] )[A-Z][a-zéëü]{4,}\b", target)
        if re.search(rf"\b{match.group()}\b", source) and not _COMMON_WORDS.match(match.group())
    ]
    if not places:
        return None
    match = rng.choice(places)
    word = match.group()
    place = rng.randrange(1, len(word) - 2)
    typo = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    double = word[:place] + word[place + 1 :]
    others = [other for other in _NAMES.split() if other not in source]
    new = rng.choice([typo if typo != word else double, double, *rng.sample(others, 2)])
    return source, target.replace(word, new)


def negation(pair: Pair, rng: Random) -> Pair | None:
    """A denial goes, or comes where there was none."""
    source, target = pair
    denial = r"\b(?P<full>not|never|no(?= [a-z]{4}))\s|\b(?:can(?P<glued>not))\b|(?<=[a-z])n[’']t\b"
    match = _pick(denial, target, rng)
    if match:
        if re.search(r"not only|or not|if not|no longer|no later|why not", target, re.IGNORECASE):
            return None
        return source, _replace(target, match, "", "glued" if match["glued"] else 0)
    if re.search(r"\b(?:niet|geen|nooit|noch|niemand|niets|zonder|on\w+)\b", source, re.IGNORECASE):
        return None
    match = _pick(
        r"\b(?:is|are|was|were|has|have|will|must|should)\b(?= [a-z]+(?:ed|en|ing|e)\b)",
        target,
        rng,
    )
    return (source, target[: match.end()] + " not" + target[match.end() :]) if match else None


_OPPOSITES = (
    (r"\bmeer dan\b|\bruim\b", r"\bmore than\b", "fewer than"),
    (r"\bminder dan\b", r"\b(?:less|fewer) than\b", "more than"),
    (r"\bmogelijke?\b", r"\bpossible\b", "impossible"),
    (r"\bvoldoende\b", r"\b(?:sufficient(?:ly)?|adequate)\b", "insufficient"),
    (r"\bonvoldoende\b", r"\binsufficient(?:ly)?\b", "sufficient"),
    (r"\bduidelijke?\b", r"\bclear\b", "unclear"),
    (r"\bveilige?\b", r"\bsafe\b", "unsafe"),
    (r"\binternationale?\b", r"\binternational\b", "national"),
    (r"\bnationale?\b", r"\bnational\b", "international"),
    (r"\b(?:verho\w+|stijg\w+|toename)\b", r"\b(?:increase|rise)(?:d|s)?\b", "decrease"),
    (r"\b(?:verla\w+|verminder\w+|daling)\b", r"\b(?:reduced?|reduction|fall)\b", "increase"),
    (r"\bverbeter\w+", r"\bimprov(?:e|ed|ing|ements?)\b", "worsen"),
    (r"\bverplichte?\b", r"\b(?:required|mandatory|obliged)\b", "voluntary"),
    (r"\bslachtoffers?\b", r"\bvictims?\b", "perpetrators"),
    (r"\bvrouwen\b", r"\bwomen\b", "men"),
    (r"\bwerknemers\b", r"\bemployees\b", "employers"),
    (r"\b(?:jaarlijkse?|per jaar)\b", r"\b(?:annual(?:ly)?|per year|a year)\b", "monthly"),
    (r"\b(?:tekort|tekorten)\b", r"\b(?:deficits?|shortages?)\b", "surplus"),
    (r"\bduizenden\b", r"\bthousands\b", "hundreds"),
    (r"\baangenomen\b", r"\b(?:adopted|passed|carried)\b", "rejected"),
    (r"\bafhankelijke?\b", r"\bdependent\b", "independent"),
    (r"\bmoet(?:en)?\b", r"\bmust\b(?! (?:not|never|no)\b)", "may"),
    (r"\balle\b", r"\ball\b", "some"),
    (r"\bnadat\b", r"\bafter\b", "before"),
    (r"\bondanks\b", r"\bdespite\b", "because of"),
    (r"\bmaanden\b", r"\bmonths\b", "weeks"),
    (r"\bgemeenten?\b", r"\bmunicipalit(?:y|ies)\b", "provinces"),
)


def opposite(pair: Pair, rng: Random) -> Pair | None:
    """A word becomes its opposite, where it stands once, and no other of its kind."""
    source, target = pair
    if re.search(r"\b(?:niet|geen|nooit|zonder|nauwelijks)\b", source, re.IGNORECASE):
        return None
    both = (
        ("verho|stijg|toena", "verla|vermin|daling"),
        ("meer dan|ruim", "minder dan"),
        ("moet", r"\b(?:kan|kun|mag|mogen)|moet.*moet"),
        ("maand", "week|weken"),
    )
    if any(all(re.search(kind, source) for kind in kinds) for kinds in both):
        return None
    fitting = [
        (places[0], wrong)
        for dutch, english, wrong in _OPPOSITES
        if re.search(dutch, source, re.IGNORECASE)
        and len(places := list(re.finditer(english, target))) == 1
    ]
    if not fitting:
        return None
    match, wrong = rng.choice(fitting)
    return source, _replace(target, match, wrong)


def question_mark(pair: Pair, rng: Random) -> Pair | None:
    source, target = pair
    if target.rstrip().endswith("?"):
        return source, target.rstrip()[:-1] + rng.choice((".", "", "!"))
    if target.rstrip().endswith("."):
        return source, target.rstrip()[:-1] + "?"
    return None


def footnote_mark(pair: Pair, rng: Random) -> Pair | None:
    """A mark is added to both sides, and lost or changed on one."""
    source, target = pair
    if not re.search(r"[a-z][.?]$", source) or not re.search(r"[a-z][.?]$", target):
        return None
    mark = rng.randint(1, 15)
    wrong = rng.choice(["", str(mark + 1), str(mark + 3)])
    return f"{source}{mark}", f"{target}{wrong}"


def bracket(pair: Pair, rng: Random) -> Pair | None:
    source, target = pair
    match = _pick(
        r"(?P<before> )(?P<open>[(\[])(?P<inner>[^()\[\]]{3,})(?P<close>[)\]])(?!\w)", target, rng
    )
    if match is None or source.count("(") < target.count("("):
        return None
    new = rng.choice(
        [
            " " + match["inner"],
            match.group().replace(match["close"], ""),
            match.group().replace(match["open"], ""),
            "",
        ]
    )
    return source, _replace(target, match, new)


def quotation(pair: Pair, rng: Random) -> Pair | None:
    source, target = pair
    match = _pick(r"[‘“](?P<inner>[^‘’“”]{3,})[’”](?!\w)", target, rng)
    if match is None or not re.search(r"[«“‘\"]", source) or len(re.findall(r"[‘“]", target)) > 1:
        return None
    new = rng.choice([match["inner"], match["inner"], match.group()[:-1], match.group()[1:]])
    if new == match.group()[1:] and "’" in new:
        # A lone closing mark of this shape is an apostrophe to any reader.
        new = match["inner"]
    return source, _replace(target, match, new)


def length(pair: Pair, rng: Random) -> Pair | None:
    source, target = pair
    words = target.split()
    if len(words) < 12:
        return None
    if rng.random() < 0.6:
        return source, " ".join(words[: int(len(words) * rng.uniform(0.25, 0.5))]) + "."
    more = (
        "This was discussed with the parties concerned during the consultations of the past year, "
        "and the government will inform the House about the progress made in due course, as it has "
        "done before in comparable cases that were brought to its attention by members."
    )
    return (source, f"{target} {more}") if len(words) < 30 else None


def repetition(pair: Pair, rng: Random) -> Pair | None:
    source, target = pair
    words = target.rstrip(".?").split()
    if len(words) < 8:
        return None
    size = rng.choice((1, 2, 3, 4, 6))
    places = [
        place
        for place in range(len(words) - size)
        if all(re.fullmatch(r"[a-z]{3,}", word) for word in words[place : place + size])
    ]
    if not places:
        return None
    place = rng.choice(places)
    phrase = words[place : place + size]
    doubled = [*words[:place], *phrase * rng.choice((2, 2, 5)), *words[place + size :]]
    return source, " ".join(doubled) + target[len(target.rstrip(".?")) :]


def untranslated(pair: Pair, rng: Random) -> Pair | None:
    """All of it, half of it, or one word of some length is left in Dutch."""
    source, target = pair
    words = source.split()
    if len(words) < 6:
        return None
    way = rng.random()
    if way < 0.3:
        return source, source
    if way < 0.6:
        half = len(words) // 2
        return source, " ".join(words[:half] + target.split()[len(target.split()) // 2 :])
    said = target.lower()
    dutch = [word for word in words if re.fullmatch(r"[a-z]{7,}", word) and word[:5] not in said]
    english = list(re.finditer(r"(?<= )[a-z]{5,}(?= [a-z])", target))
    if not dutch or not english:
        return None
    return source, _replace(target, rng.choice(english), rng.choice(dutch))


def misspelling(pair: Pair, rng: Random) -> Pair | None:
    """A word as a model makes it up, with an ending of another or glued to the next; a misprint."""
    source, target = pair
    match = _pick(r"(?<= )[a-z]{6,}(?= [a-z]{4,})", target, rng)
    if match is None:
        return None
    word = match.group()
    place = rng.randrange(1, len(word) - 2)
    wrong = rng.choice(
        (
            word + rng.choice(("isation", "ement", "nesses", "ively", "ational")),
            word + target[match.end() + 1 :].split()[0],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            word[:place] + word[place] + word[place:],
            word[:place] + word[place + 1 :],
        )
    )
    return (source, _replace(target, match, wrong)) if wrong != word else None


def cell(pair: Pair, rng: Random) -> Pair | None:
    """A row of two cells that lost its border."""
    source, target = pair
    return f"{source} | {source}", f"{target} {target}"


def empty(pair: Pair, rng: Random) -> Pair | None:
    return pair[0], rng.choice(("", " ", "…", "-", "."))


PLANTERS: dict[str, Planter] = {
    "empty": empty,
    "untranslated": untranslated,
    "spelling": misspelling,
    "repetition": repetition,
    "length": length,
    "numbers": number,
    "dates": date,
    "percentages": percentage,
    "money": amount,
    "references": reference,
    "addresses": address,
    "parties": party,
    "names": name,
    "negation": negation,
    "opposites": opposite,
    "question_mark": question_mark,
    "footnote_marks": footnote_mark,
    "brackets": bracket,
    "cells": cell,
    "quotes": quotation,
}
