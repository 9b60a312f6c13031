"""Wikitext → an article, and the campaigns that come of it: every era, every kind of box, broken and hostile text."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wikitextparser import Template

from quizgen import api
from quizgen.article import laid_in_lines
from quizgen.diagnostics import QuizgenError
from quizgen.infobox import read_infobox
from quizgen.markup.marks import find_marks
from quizgen.model import Quote
from quizgen.readers import wikitext
from quizgen.readers.wikitext import READER

WIKI = Path(__file__).parent / "wiki"
BOX = "{{Infobox military conflict\n| conflict = Siege of Orlam\n| %s = %s\n}}\nThe '''siege'''."


def campaign(name):
    return api.read(str(WIKI / f"{name}.wiki")).campaign


def article(text):
    return READER.read(text, "orlam.wiki", "orlam")


def boxed(key, value):
    """The campaign of a box with one more field."""
    return read_infobox(article(BOX % (key, value)))[0]


def shown(value):
    """What a reader sees of a value, line by line."""
    fields = {field.key: field.value.value for field in article(BOX % ("strength1", value)).fields}
    return fields.get("strength1", "").split("\n")


@pytest.mark.parametrize(
    ("name", "date", "winner", "part_of"),
    [
        ("antiquity", "-0325-05~", None, ["Second Velian War"]),
        ("old-style", "1709-07-08", None, []),
        ("civil-conflict", "2019-10-17/2020-03-02", None, []),
        ("naval", "1942-11-05", None, ["War of the Straits"]),
        ("colonial", "1893-03/1894", "1", []),
        ("unclosed", "1571-06-03", None, []),
    ],
)
def test_when_who_won_and_of_what_it_is_part(name, date, winner, part_of):
    read = campaign(name)
    won = read.result.winner if read.result else None
    assert (date, winner, part_of) == (read.date.value.edtf, won, [part.value for part in read.part_of])


@pytest.mark.parametrize(
    ("name", "side", "label", "belligerents"),
    [
        ("antiquity", 1, "Orrhia and the Marnian League", [("Orrhia", None), ("Marnian League", None)]),
        ("old-style", 1, "Marnland and Hollen", [("Marnland", None), ("Hollen", None)]),
        ("old-style", 2, "Tamm", [("Tamm", None), ("Steppe Host", "Tamm")]),
        ("civil-conflict", 1, "protesters", [
            ("Students' Union of Varn", "Protesters"), ("Dockers' League", "Protesters"),
        ]),
        ("naval", 2, "United Kingdom", [("United Kingdom", None)]),
        ("colonial", 1, "Eastern Company", [("Eastern Company", None), ("Kala Sultanate", "Supported by")]),
        ("colonial", 2, "Mbera and its allies", [("Mbera", None), ("Sungu", None), ("Kitui bands", None)]),
        ("unclosed", 1, None, []),
    ],
)  # fmt: skip
def test_sides_are_named_by_their_belligerents(name, side, label, belligerents):
    read = campaign(name).sides[side - 1]
    assert (label, belligerents) == (read.label and read.label.value, [(power.name, power.bloc) for power in read.belligerents])


@pytest.mark.parametrize(
    ("name", "side", "commanders"),
    [
        ("antiquity", 1, [("Dion II", None, None, None), ("Philon", None, "tyrant of Marn", "KIA")]),
        ("antiquity", 2, [("Aulus Terens", None, None, "executed"), ("Gaius Varo", None, None, "POW")]),
        ("old-style", 1, [("Karl Rehn", "Maj. Gen.", None, "WIA"), ("Aren of Hollen", "Prince", None, "KIA")]),
        ("old-style", 2, [("Ivan Sorok", None, None, "POW"), ("D. Wald", None, "cavalry", None)]),
        ("naval", 1, [("Hans Olm", "Kommodore", None, None)]),
        ("naval", 2, [("John Reed", "Capt.", None, None)]),
        ("colonial", 1, [("Alfred Moss", None, "from July 1893", None)]),
        ("colonial", 2, [("Ndoro", "King", None, "surrendered"), ("Sefu", None, None, "KIA")]),
    ],
)
def test_commanders_have_rank_role_and_fate(name, side, commanders):
    assert commanders == [(c.name, c.rank, c.role, c.fate) for c in campaign(name).sides[side - 1].commanders]


@pytest.mark.parametrize(
    ("name", "side", "strength", "casualties"),
    [
        ("antiquity", 1, [(42000, None), (35000, "infantry"), (7000, "cavalry"), (30, "war elephants")], [("casualties", None)]),
        ("antiquity", 2, [(50000, None)], [("killed", 20000), ("captured", 8000)]),
        ("civil-conflict", 1, [(80000, None)], [("killed", 12), ("killed", 7)]),
        ("naval", 2, [(1, "heavy cruiser"), (3, "destroyers")], [("HMS Tern sunk", None), ("killed", 12), ("wounded", 30)]),
        ("colonial", 2, [(3000, None), (1000, None)], [("casualties", None)]),
    ],
)
def test_figures_are_read_line_by_line(name, side, strength, casualties):
    read = campaign(name).sides[side - 1]
    assert (strength, casualties) == ([(e.low, e.of) for e in read.strength], [(e.kind, e.low) for e in read.casualties])


def test_bullets_tell_the_unit_above():
    units = campaign("old-style").sides[0].units
    assert [("Guards Brigade", None), ("3rd Foot Brigade", None), ("Orlam Regiment", "3rd Foot Brigade")] == [
        (u.name, u.parent) for u in units
    ]


def test_casualties_of_no_side_are_those_of_civilians():
    assert [("killed", 300)] == [(e.kind, e.low) for e in campaign("colonial").civilian_casualties]


def test_the_other_calendar_is_kept_as_a_note():
    assert ["O.S. 27 June"] == [note.value for note in campaign("old-style").date_notes]


def test_prose_is_what_a_reader_sees_and_tables_and_quotations_are_none():
    read = campaign("antiquity")
    assert [
        "The Battle of the Taran Ford was fought in 326 BC between the Orrhians and the Velian Republic.",
        "The Orrhians captured the camp at Sarn in May 326 BC.",
        "Dion had crossed the river with 7000 ft of rope.",
    ] == [sentence.text for sentence in read.sentences]
    assert ["Siege of Tamm", "The fight at Marn"] == [title.value for title in read.see_also]


def test_a_template_within_a_sentence_that_is_not_known_leaves_a_mark():
    read = article("{{warbox|conflict=A}}\n{{about|b}}\nThe {{rare ship|I-9}} sank{{sic}} {{lang|de|dort}}.\n{{navbox}}")
    assert ["The […] sank dort."] == [" ".join(text.value.split()) for section in read.sections for text in section.paragraphs]


def test_events_are_read_from_the_prose():
    assert [("1709-07-08", "The Marnish army captures Orlam")] == [(e.date.edtf, e.caption) for e in campaign("old-style").events]


def quotes(leaf):
    """Every quote in a campaign."""
    if isinstance(leaf, Quote):
        yield leaf
    elif isinstance(leaf, tuple):
        for part in leaf:
            yield from quotes(part)
    elif hasattr(leaf, "__slots__"):
        for name in leaf.__slots__:
            yield from quotes(getattr(leaf, name))


@pytest.mark.parametrize("path", sorted(WIKI.glob("*.wiki")), ids=lambda path: path.stem)
def test_every_quote_stands_on_its_line(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    found = list(quotes(api.read(str(path)).campaign))
    assert found
    assert [] == [quote for quote in found if not quote.quote or quote.quote not in lines[quote.line - 1]]


@pytest.mark.parametrize(
    ("code", "name"), [("R124", "unclosed"), ("R123", "unclosed"), ("R124", "naval"), ("R125", "colonial"), ("R250", "colonial")]
)
def test_what_is_not_understood_is_told(code, name):
    assert code in [d.code for d in api.read(str(WIKI / f"{name}.wiki")).diagnostics]


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (["30,000 men"], "30,000 men<ref name=x>Not {{cite|a}} 5</ref><!-- 7 --><ref name=x />{{sfn|A|p=4}}"),
        (["A", "B"], "A<br>B"),
        (["A", "B", "C"], "A<br />B</br>\n\nC"),
        (["A more"], "A\nmore"),
        (["A", "* B", "** C", "D"], "A\n* B\n**C\nD"),
        (["A", "* B"], "A\n{{bulleted list|B}}"),
        (["Total:", "B"], "'''Total'''<br>B"),
        (["Total 5", "B"], "'''Total 5'''<br>B"),
        (["Head:", "A"], "; Head\nA"),
        (["Allies:", "A", "B"], "{{collapsible list|title=[[Allies]]|A|B}}"),
        (["Total 6", "A"], "{{collapsible list|title=Total 6|A}}"),
        (["A", "B"], "{{plainlist|\n* A\n* B\n}}"),
        (["A", "B"], "{{ublist|class=x|A|B}}"),
        (["A", "* B", "C", "* D"], "{{collapsible list|A\n* B\n|C\n* D}}"),
        (["A", "* B"], "{{plainlist|\n* A\n** B\n}}"),
        (["Marn", "Tamm"], "{{flag|Marn}} and {{flag|Tamm|1900}}"),
        (["Marn", "Tamm"], "[[Marn]] {{flagicon|T}} [[Tamm]]"),
        (["Marn", "Tamm"], "{{flagcountry\n|Marn|1912}}\n{{flagu|Tamm}}"),
        (["Orrhia"], "{{flag|name=Orrhia|Kingdom of Orrhia}}"),
        (["France"], "{{flagcountry|FRA}}"),
        (["Poland"], "{{POL}}"),
        (["c. 500–600 men"], "{{circa|500}}–600&nbsp;men"),
        (["c. 500 – c. 600"], "{{circa|500|600}}"),
        (["c. 70"], "{{circa}} 70"),
        (["10 km", "5–6 mi"], "{{convert|10|km|mi|abbr=on}}<br>{{cvt|5|-|6|mi}}"),
        (["3 and 4 km"], "{{convert|3|and|4|km}}"),
        (["battleships"], "[[Battleship|battleship]]s"),
        (["Category:Ships"], "[[:Category:Ships]]"),
        (["a|b"], "<nowiki>a|b</nowiki>"),
        (["see here"], "[https://example.org see here] [https://example.org]"),
        (["Schlacht bei Orlam"], "{{lang|de|Schlacht}} {{lang-de|bei}} {{langx|de|Orlam}}"),
        (["Orlam"], "{{ill|Orlam|de|lt=Orlam}}{{ill|lt=|}}"),
        (
            ["SMS Falke", "Selland destroyer Tern Adler", "Tern-class gunboat"],
            "{{SMS|Falke}}<br>{{ship|Selland destroyer|Tern|12}} {{ship|SMS|Adler||2}}<br>{{sclass|Tern|gunboat}}",
        ),
        (["1/2", "3 1/2"], "{{frac|1|2}}<br>{{frac|3|1|2}}"),
        (["1234"], "{{formatnum:1234}}"),
        (["as of May 1900", "as of x"], "{{as of|1900|5}}<br>{{as of|x}}"),
        (["A – B", "C"], "A{{snd}}B{{br}}C"),
        (["5 < 6 & 7"], "5 < 6 &amp; 7"),
        (["A", "B"], "[[A<br>B"),
        (["2 May 1704"], "{{date|1704-05-02}}"),
        (["2 May 1704"], "{{date|1704|5|2}}"),
        (["May"], "{{date|May}}"),
        (["1704"], "{{start date|1704}}"),
        ([""], "{{start date|0}}{{start date|1704|13|1}}{{start and end dates|1704|5|1}}"),
        ([""], "<ref>A</ref>{{efn|B}}[[File:A.png|20px]]"),
    ],
)  # fmt: skip
def test_a_reader_sees(lines, value):
    assert lines == [line.strip() for line in shown(value)]


def test_places_point_into_the_markup():
    text = article(BOX % ("place", "[[Orlam, Marnland|Orlam]],<br>the ''Old'' town<br>{{convert|5|km|mi}} south"))
    place = next(field.value for field in text.fields if field.key == "place")
    assert (3, 29, 5, "Orlam") == (place.span(0, 5).line, place.span(0, 5).column, place.span(0, 5).length, place.cite(0, 5).quote)
    assert "the ''Old'' town" == place.quote("the Old town").quote
    assert "{{convert|5|km|mi}}" == place.quote("5 km").quote


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        (["R100"], " \n"),
        (["R122"], "The '''siege''' of Orlam."),
        (["R122"], "<!-- {{Infobox military conflict|conflict=A}} --> The '''siege'''."),
        (["R103"], "{{Infobox military conflict\n| image = a.png\n| shape = round\n}}"),
        (["R120"], "{{Infobox military conflict\n| date = 1704\n}}\nA siege."),
        (["R121"], BOX % ("place", "{{nowrap|" * 10_000)),
        (["R121"], BOX % ("place", "[[" * 10_000 + "]]" * 10_000)),
        (["R121"], BOX % ("place", "\n" + "*" * 10_000)),
        (["R121"], BOX % ("place", "\n" + "{|\n" * 10_000)),
    ],
)
def test_text_that_gives_no_article(codes, text):
    with pytest.raises(QuizgenError) as caught:
        article(text)
    assert codes == [d.code for d in caught.value.diagnostics]


def test_the_lead_gives_the_title_that_the_box_lacks():
    assert "Siege of Orlam" == article("{{warbox|date=1704}}\nThe '''Siege of Orlam''' failed.").title.value


@pytest.mark.parametrize("title", ["Siege of Orlam/ Osk", "Siege of Orlam / Osk", "Siege of Orlam<br>Siege of Osk"])
def test_of_two_names_in_the_box_the_first_is_the_title(title):
    assert "Siege of Orlam" == article(f"{{{{Infobox military conflict\n| conflict = {title}\n}}}}\nIt failed.").title.value


def test_a_brace_too_many_costs_its_field_only():
    broken = article("{{Infobox military conflict\n| conflict = A\n| place = X}}\n| strength1 = 900 men\n}}\nProse.")
    assert (["conflict", "strength1"], ["R123", "R124"]) == ([f.key for f in broken.fields], [d.code for d in broken.diagnostics])
    assert ["Prose."] == [text.value for section in broken.sections for text in section.paragraphs]


@pytest.mark.parametrize(
    "box",
    [
        *(path.read_text(encoding="utf-8") for path in sorted(WIKI.glob("*.wiki")) if path.stem != "unclosed"),
        BOX % ("place", "[[Orlam (town)|Orlam]], {{flag|Marn|a=b}} <!-- | x = y --> <ref name=a>| z = 1</ref>"),
        BOX % ("<!-- where -->place", "Orlam"),
        BOX % ("place", "{{{!}}-|a}} | {{flag|Marn}} | = | strength1 == 5 = 6"),
    ],
)
def test_fields_are_parted_as_a_parser_of_wikitext_parts_them(box):
    source = laid_in_lines("a.wiki", box)
    start = wikitext.find_box(box)
    marks = find_marks(source, start, is_one=True)
    fields = {key: box[begin:stop] for key, begin, stop in wikitext._whole(source, marks, start, marks.closes[start])}
    peer = Template(box[start : marks.closes[start]]).arguments
    assert {field.name.rpartition(">")[2].strip(): field.value for field in peer if not field.positional} == fields


def test_windows_line_ends_and_a_byte_order_mark_do_not_count():
    assert (
        article(BOX % ("place", "Orlam")).fields[1].value.value
        == article("\ufeff" + (BOX % ("place", "Orlam")).replace("\n", "\r\n")).fields[1].value.value
    )


def test_one_power_named_twice_is_one():
    read = boxed("combatant1", "{{flag|Marn}}<br>'''Naval support:'''<br>{{flag|Marn}}<br>{{flag|Tamm}}")
    assert ["Marn", "Tamm"] == [power.name for power in read.sides[0].belligerents]


def test_two_powers_in_one_line_are_two():
    read = boxed("combatant1", "[[Marn]] and [[Tamm]]<br>[[Orlam]]")
    assert ["Marn", "Tamm", "Orlam"] == [power.name for power in read.sides[0].belligerents]


def test_a_power_in_bold_is_no_heading_and_a_bloc_in_bold_is_one():
    read = boxed("combatant1", "'''Ottoman Empire'''<br>[[Orlam]]<br>'''Free companies'''<br>[[Marn]]")
    assert [("Ottoman Empire", None), ("Orlam", None), ("Marn", "Free companies")] == [(p.name, p.bloc) for p in read.sides[0].belligerents]


def test_a_result_in_bold_is_no_heading():
    assert "Inconclusive" == boxed("result", "'''Inconclusive'''\n* Siege lifted").result.text


def test_a_title_after_a_man_in_his_line_is_no_other_man():
    read = boxed("commander1", "[[Jean Orl]], [[Duke of Marn]] {{WIA}}<br>[[Johann Hil]] &<br>[[A. Kray]] †")
    found = [(c.name, c.role, c.fate) for c in read.sides[0].commanders]
    assert [("Jean Orl", "Duke of Marn", "WIA"), ("Johann Hil", None, None), ("A. Kray", None, "KIA")] == found


def test_an_item_of_a_list_ends_with_its_line():
    read = boxed("casualties1", "9,000 men\n:2,000 killed\n:7,000 wounded\nunknown tanks<br>12 guns")
    assert ["9,000 men", "2,000 killed", "7,000 wounded", "unknown tanks", "12 guns"] == [f.text for f in read.sides[0].casualties]


def test_a_comma_within_a_link_parts_no_name():
    read = boxed("units1", "[[UDTs]] 7<br>[[Guards|1st, 2nd Guards]]<br>3rd Battalion, [[Orlam Regiment]]")
    assert ["UDTs 7", "1st, 2nd Guards", "3rd Battalion, Orlam Regiment"] == [unit.name for unit in read.sides[0].units]


SIGNS = "{{ }} [[ ]] | {| |} ** <ref> </ref> <!-- --> ''' <br> = a flag 7 , {{!}} &amp; ; {{ubl| {{flag| {{flagicon| ( ) 1= {{convert|"
MARKS = st.sampled_from(["\n", " ", " and ", *SIGNS.split()])


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKS, max_size=60).map("".join), st.text(max_size=40))
def test_no_text_raises_anything_else(marks, words):
    for text in (BOX % ("combatant1", marks), BOX % ("date", words) + marks, marks + words):
        with suppress(QuizgenError):
            read_infobox(article(text))
