"""Where things stand on a scanned page tells what they are."""

from __future__ import annotations

from collections import Counter

from reading.printed import line, page, paragraph, raise_glyph
from vertaal.parsing.document import parse
from vertaal.parsing.view import as_json
from vertaal.reading.scans.boxes import Box, Page
from vertaal.reading.scans.setting import set_pages, source_text
from vertaal.types import Source

LONG = [
    "de politie speelt een belangrijke rol in het bevorderen van de veiligheid in",
    "alle wijken en buurten en de agenten zijn daar op verschillende manieren te",
    "bereiken voor inwoners die aangifte doen of gewoon een vraag willen stellen en",
    "dat blijft zo wanneer de nieuwe post over enkele jaren haar deuren zal openen.",
]
RULE = Box(330, 2880, 730, 2883)


def nothing(page_number: int, box: Box) -> str:
    return ""


def read(*pages: Page, reread: object = nothing) -> Source:
    assert callable(reread)
    text, placed, _ = source_text(list(set_pages(pages, reread)))
    return Source("scan.tif", text, placed=placed)


def reasons(source: Source) -> dict[str, str]:
    lines = source.text.split("\n")
    return {lines[place.line - 1].strip("\f"): place.reason for place in source.placed}


def test_the_margin_is_cut_from_the_lines_that_recognition_ran_into_it() -> None:
    body = paragraph(LONG, 700)
    merged = line(LONG[1] + " Directie", 330, 750)
    shift = 1950 - merged.words[-1].box.left
    last = line("Directie", merged.words[-1].box.left + shift, 750, size=14)
    body[1] = type(merged)((*merged.words[:-1], *last.words))
    margin = [line("Onze Referentie", 1950, 790, size=14), line("ZAAK-7", 1950, 820, size=14)]
    source = read(page(1, [*body, *margin]))
    assert source.text.startswith("\n".join(LONG))
    assert reasons(source) == dict.fromkeys(
        ("Directie", "Onze Referentie", "ZAAK-7"), "margin of the page"
    )
    document = parse(source)
    assert document.reference == "ZAAK-7"
    assert [removal.text for removal in document.removed] == [
        "Directie",
        "Onze Referentie",
        "ZAAK-7",
    ]


def test_a_page_whose_lines_ran_into_the_margin_is_cut_as_the_others_are() -> None:
    whole = [page(number, paragraph(LONG, 700)) for number in (1, 2)]
    edge = max(each.box.right for each in whole[0].lines)
    merged = []
    for body in paragraph(LONG, 700):
        speck = line("-", body.box.right + 25, body.base)
        word = line("Directie", edge + 30, body.base, size=14)
        bridge = [
            line("-", left, body.base) for left in range(int(speck.box.right) + 25, int(edge), 45)
        ]
        words = [word for each in (body, speck, *bridge, word) for word in each.words]
        merged.append(type(body)(tuple(words)))
    source = read(*whole, page(3, merged))
    assert [place.reason for place in source.placed] == ["margin of the page"] * 4


def test_small_print_without_a_mark_goes_on_with_no_note() -> None:
    marked = raise_glyph(line("dat is zo1.", 330, 850), 2, 2)
    note = line("1 Kamerstuk over de politie", 330, 2920, size=17)
    first = page(1, [*paragraph(LONG[:3], 700), marked, note], [RULE])
    last = page(2, [*paragraph(LONG, 700), line("uitgave van de drukkerij", 330, 3100, size=17)])
    source = read(first, last)
    assert [place.note for place in source.placed] == [1]


def test_what_stands_at_the_same_place_of_two_pages_is_furniture() -> None:
    def one(number: int, head: str) -> Page:
        body = paragraph(LONG, 700)
        foot = line(str(number), 1200, 3300)
        return page(number, [line(head, 330, 400), *body, foot])

    found = reasons(read(one(1, "Kop van de brief"), one(2, "Kop van de bnief")))
    assert found == {
        "Kop van de brief": "running header",
        "Kop van de bnief": "running header",
        "1": "page number",
        "2": "page number",
    }


def test_a_label_at_the_head_of_two_pages_is_no_header() -> None:
    pages = [
        page(number, [line(f"Vraag {number}", 330, 500), *paragraph(LONG, 700)])
        for number in (1, 2)
    ]
    assert reasons(read(*pages)) == {}


def test_room_between_lines_parts_paragraphs() -> None:
    source = read(page(1, [*paragraph(LONG, 700), *paragraph(LONG, 1000)]))
    assert source.text == "\n".join(LONG) + "\n\n" + "\n".join(LONG)


def test_a_line_that_had_room_for_the_next_word_ends_its_paragraph() -> None:
    short = [*LONG[:2], "bereiken. ".strip(), *LONG]
    source = read(page(1, paragraph(short, 700)))
    assert source.text.count("\n\n") == 1
    assert "bereiken.\n\nde politie" in source.text


def test_small_print_under_a_rule_is_a_note() -> None:
    body = paragraph([*LONG[:3], "dat blijft zo.1"], 700)
    body[3] = raise_glyph(body[3], 2, 3)
    notes = [
        line("1 Kamerstuk over de politie en haar", 330, 2920, size=17),
        line("posten in de wijken", 330, 2960, size=17),
    ]
    document = parse(read(page(1, [*body, *notes], [RULE]), page(2, paragraph(LONG, 700))))
    [note] = [block for block in document.blocks if block.id.startswith("fn")]
    assert (note.numbers, note.label) == ((1,), "1")
    assert note.text == "Kamerstuk over de politie en haar posten in de wijken"
    # The sentence goes on over the note and the page's end.
    assert "dat blijft zo.1 de politie" in as_json(document)["preamble"]  # type: ignore[operator]


def test_a_rule_under_a_word_is_no_line_above_notes() -> None:
    body = paragraph(LONG, 700)
    under = Box(330, 858, 730, 861)
    source = read(page(1, [*body, line("1 Dat is zo", 330, 1100)], [under]))
    assert source.placed == ()


def test_a_misread_mark_is_mended_by_its_note_and_a_closer_look_only() -> None:
    marked = raise_glyph(line("dat is zo*.", 330, 850), 2, 2)
    note = line("1 Kamerstuk over de politie", 330, 2920, size=17)

    def one(page_number: int, box: Box) -> str:
        return "1"

    body = [*paragraph(LONG[:3], 700), marked]
    assert "dat is zo1." in read(page(1, [*body, note], [RULE]), reread=one).text
    assert "dat is zo*." in read(page(1, [*body, note], [RULE])).text
    assert "dat is zo*." in read(page(1, body), reread=one).text


def test_a_mark_never_becomes_part_of_the_number_before_it() -> None:
    marked = raise_glyph(line("zie artikel 31", 330, 850), 2, 1)
    assert "zie artikel 3 1" in read(page(1, [*paragraph(LONG[:3], 700), marked])).text


def test_a_question_whose_number_breaks_the_count_is_looked_at_again() -> None:
    lines = []
    for place, number in enumerate((1, 7, 3)):
        lines += [
            line(f"Vraag {number}", 330, 400 + 400 * place),
            *paragraph(LONG, 450 + 400 * place),
        ]

    def two(page_number: int, box: Box) -> str:
        return "2"

    def seven(page_number: int, box: Box) -> str:
        return "7"

    text, _, doubts = source_text(list(set_pages([page(1, lines)], two)))
    assert "Vraag 2\n" in text
    assert [(doubt.text, doubt.confidence) for doubt in doubts] == [("2", 0.0)]
    text, _, doubts = source_text(list(set_pages([page(1, lines)], seven)))
    assert "Vraag 7\n" in text
    assert [doubt.text for doubt in doubts] == ["7"]


def test_letters_that_are_ones_make_a_label() -> None:
    text = read(page(1, [line("Vraag len 4", 330, 500), *paragraph(LONG, 550)])).text
    assert text.startswith("Vraag 1 en 4\n")


def test_two_columns_are_read_one_after_the_other() -> None:
    narrow = [" ".join(text.split()[:6]) for text in LONG * 2]
    left = paragraph(narrow, 700)
    right = paragraph([text.upper() for text in narrow], 720, left=1300)
    head = line("Verslag " + " ".join(LONG[0].split()[:12]), 330, 500)
    text = read(page(1, [head, *left, *right])).text
    assert text.index(narrow[-1]) < text.index(narrow[0].upper())


def test_a_table_row_stays_a_row() -> None:
    row = [line("2023", 330, 1000), line("€ 400", 1500, 1000)]
    assert "2023 € 400" in read(page(1, [*paragraph(LONG, 700), *row])).text


def test_specks_are_logged_and_no_text() -> None:
    source = read(page(1, [*paragraph(LONG, 700), line(". . ' .", 700, 760, sure=0.2)]))
    assert reasons(source) == {". . ' .": "stray mark"}


def test_doubtful_words_are_named_with_page_and_line_and_numbers_sooner() -> None:
    body = paragraph(LONG[:3], 700)
    body += [line("in 2021 Jansen", 330, 850, sure=0.7), line("xq", 330, 900, sure=0.3)]
    _, _, doubts = source_text(list(set_pages([page(4, body)], nothing)))
    assert [(d.page, d.line, d.text, d.confidence) for d in doubts] == [
        (4, 4, "2021", 0.7),
        (4, 5, "xq", 0.3),
    ]


def test_every_glyph_of_a_page_is_in_the_source_and_in_the_document() -> None:
    body = paragraph([*LONG[:3], "dat blijft zo."], 700)
    extra = [
        line("Onze Referentie", 2200, 700, size=14),
        line("1 Kamerstuk over de politie", 330, 2920, size=17),
        line("Pagina 1 van 2", 1200, 3400, size=14),
    ]
    source = read(page(1, [*body, *extra], [RULE]), page(2, paragraph(LONG, 700)))
    printed = Counter("".join(each.text for each in [*body, *extra, *paragraph(LONG, 0)]))
    kept = Counter(source.text)
    document = parse(source)
    for block in document.blocks:
        kept.subtract(block.text + block.label)
    for removal in document.removed:
        kept.subtract(removal.text)
    assert {c: n for c, n in kept.items() if n and not c.isspace()} == {}
    assert {c: n for c, n in (printed - Counter(source.text)).items() if not c.isspace()} == {}
