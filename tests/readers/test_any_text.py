"""Laws of reading any text, in every form, from the file to the model: it takes steps as its size, and raises nothing but QuizgenError."""

import io
import re
import sys
from contextlib import suppress
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.diagnostics import QuizgenError
from quizgen.infobox import LONGEST, read_infobox
from quizgen.prose import read_prose
from quizgen.readers import export, flat, wikitext

pytestmark = pytest.mark.no_cover

WIKI = "{{Infobox military conflict\n| conflict = Siege of Orlam\n| date = 1–9 May 1900\n| combatant1 = Marn\n| %s\n}}\nThe siege.\n\n%s\n"
FLAT = "= Siege of Orlam =\n\nInfobox\n- Date: 1–9 May 1900\n- Combatant1: Marn\n- %s\n\nThe siege.\n\n%s\n"
SIGNS = [
    "{{",
    "}}",
    "[[",
    "]]",
    "{|\n",
    "(",
    "[",
    '"',
    "“",
    "''",
    "'''",
    "== A ==\n",
    "* a\n",
    "*",
    "<ref>",
    "<!--",
    "<",
    "&",
    "|",
    "{{a|b}}",
]
WORDS = [
    "[[a|b]]",
    "{{flag|A}}",
    "a, ",
    "A; ",
    "1,",
    "3 May 1900 ",
    "On 3 May 1900 Marn took Orl. ",
    "They took Orl, ",
    "of the ",
    "Gen. ",
    "– ",
    "5 killed<br>",
    "{{KIA}} ",
    "Orl and ",
    "...",
]
MANY = 10_000


def marked(box, prose):
    """Read wikitext with this field and prose to the end; give what was noticed."""
    return model(wikitext.read(WIKI % (box, prose), "a.wiki", "a"))


def plain(box, prose):
    """Read a flat article with this field and prose to the end; give what was noticed."""
    return model(flat.read(FLAT % (box.replace("= ", ": "), prose), "a.txt", "a"))


def model(article):
    campaign, found = read_infobox(article)
    read_prose(article, campaign)
    return (*article.diagnostics, *found)


def told(read, box, prose):
    """What is noticed of such an article, whether or not it can be read."""
    try:
        return read(box, prose)
    except QuizgenError as err:
        return err.diagnostics


class Counted:
    """A pattern that says through how many characters it may look; `match` through those that it takes."""

    def __init__(self, pattern, count):
        self.pattern, self.count = pattern, count

    def __getattr__(self, name):
        return getattr(self.pattern, name)

    def match(self, text, *bounds):
        found = self.pattern.match(text, *bounds)
        self.count(found.end() - found.start() if found else 1)
        return found

    def sub(self, shown, text):
        self.count(len(text))
        return self.pattern.sub(shown, text)

    def fullmatch(self, text):
        self.count(len(text))
        return self.pattern.fullmatch(text)

    def findall(self, text):
        self.count(len(text))
        return self.pattern.findall(text)

    def finditer(self, text, start=0, end=None):
        self.count((len(text) if end is None else end) - start)
        return self.pattern.finditer(text, start, len(text) if end is None else end)

    def search(self, text, *bounds):
        start, end = (*bounds, 0, len(text))[:2] if len(bounds) != 1 else (*bounds, len(text))
        found = self.pattern.search(text, *bounds)
        self.count((found.end() if found else end) - start)
        return found


PATTERNS = [
    (module, name, value)
    for title, module in list(sys.modules.items())
    if title.startswith("quizgen.")
    for name, value in vars(module).items()
    if isinstance(value, re.Pattern)
]


def steps(read, box, prose):
    """How many lines of Python are run to read it."""
    count = 0

    def line(*_):
        nonlocal count
        count += 1
        return line

    before = sys.gettrace()
    sys.settrace(line)
    try:
        told(read, box, prose)
    finally:
        sys.settrace(before)
    return count


def looks(read, box, prose):
    """Through how many characters patterns look to read it."""
    total = 0

    def count(characters):
        nonlocal total
        total += characters

    with pytest.MonkeyPatch.context() as patch:
        for module, name, value in PATTERNS:
            patch.setattr(module, name, Counted(value, count))
        told(read, box, prose)
    return total


def is_linear(read, box, prose, unit, work=steps, count=20, slack=1200):
    """Whether the second doubling costs no more than twice the first: where work grows with its square, it costs four times."""
    sizes = [(box.replace("@", unit * size), prose.replace("@", unit * size)) for size in (4 * count, count, 2 * count, 4 * count)]
    told(read, *sizes[0])  # what is loaded or remembered at first use is no step of reading
    _, some, twice, more = (work(read, *size) for size in sizes)
    return more - twice <= 2.4 * (twice - some) + slack


@pytest.mark.parametrize("unit", [*SIGNS, *WORDS])
@pytest.mark.parametrize("read", [marked, plain])
def test_steps_grow_as_the_prose(read, unit):
    assert is_linear(read, "place = x", "@", unit)


@pytest.mark.parametrize("unit", [unit for unit in (*SIGNS, *WORDS) if "\n" not in unit])
@pytest.mark.parametrize("key", ["combatant2", "commander1", "units1"])
@pytest.mark.parametrize("read", [marked, plain])
def test_steps_grow_as_a_list(read, key, unit):
    assert is_linear(read, f"{key} = @", "", unit)


@pytest.mark.parametrize("key", ["combatant2", "commander1", "units1", "strength1", "casualties1", "date", "result"])
@pytest.mark.parametrize("read", [marked, plain])
def test_patterns_look_through_each_character_of_a_list_as_often(read, key):
    units = [unit for unit in (*SIGNS, *WORDS) if "\n" not in unit and unit != "{{"]  # a hundred open braces are an error
    assert [] == [unit for unit in units if not is_linear(read, f"{key} = @", "", unit, looks, 50, 5000)]


def test_patterns_look_through_each_character_of_the_prose_as_often():
    assert [] == [unit for unit in (*SIGNS, *WORDS) if not is_linear(marked, "place = x", "@", unit, looks, 50, 5000)]


def test_a_field_has_its_bound_so_that_longer_ones_cost_no_more():
    some, more = (steps(plain, f"place = {'a, ' * count}", "") for count in (LONGEST // 3 + 10, LONGEST))
    assert more <= 1.1 * some  # the reader still passes over what is cut off


@pytest.mark.parametrize("unit", ["{{", "[[", "(", "*", "{{a|", "((a) ", "“", "[", "<", "* a", "** a, "])
@pytest.mark.parametrize("read", [marked, plain])
def test_ten_thousand_nested_marks_in_a_field_are_told(read, unit):
    assert told(read, f"units1 = {unit * MANY}", "")


@pytest.mark.parametrize(
    "unit", ["{{", "[[", "{|\n", "(", "*", "\n* a", "“", '"', "'''", "== A ==\n", "=", "<ref>", "<!--", "{{{", "'", "<a"]
)
@pytest.mark.parametrize("read", [marked, plain])
def test_ten_thousand_nested_marks_in_the_prose_are_read_or_told(read, unit):
    told(read, "place = Orlam", unit * MANY)


TEMPLATES = ["flag|Marn", "KIA", "ubl|a|b", "plainlist|\n* a\n* b\n", "start date|1900|5|1", "convert|5|km", "efn|x", "tree list|\n* a\n"]
LEAVES = st.sampled_from(
    [
        "On 3 May 1900 the Marn army captured Orl.",
        "1,000 killed",
        "Gen. A B",
        "1–9 May 1900",
        "Marn victory",
        "\n",
        "* ",
        "é",
        "|",
        "=",
        "x = y",
    ]
)
SOUP = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(" ".join),
        st.builds("{{{{{}|{}}}}}".format, st.sampled_from(TEMPLATES), inner),
        st.builds("[[{}|{}]]".format, inner, inner),
        st.builds("<ref name=a>{}</ref>".format, inner),
        st.builds("{{| class=x\n|-\n| {}\n|}}".format, inner),
        st.builds("'''{}'''".format, inner),
        st.builds("== {} ==\n{}".format, inner, inner),
        st.builds(lambda text, end: text[:end], inner, st.integers(0, 60)),
    ),
    max_leaves=14,
)
KEYS = st.sampled_from(["date", "place", "result", "combatant1", "commander2", "units1", "strength1", "casualties3", "partof", "notes"])


@settings(max_examples=150, deadline=None)
@given(KEYS, SOUP, SOUP)
def test_no_soup_of_markup_raises_anything_else(key, box, prose):
    told(marked, f"{key} = {box}", prose)
    told(plain, f"{key} = {box}", prose)


@settings(max_examples=60, deadline=None)
@given(SOUP, SOUP, st.integers(0, 400))
def test_no_export_of_soup_raises_anything_else(title, text, cut):
    page = f"<page><title>{escape(title)}</title><revision><text>{escape(WIKI % ('place = Orl', text))}</text></revision></page>"
    data = f"<mediawiki>{page}</mediawiki>".encode()
    for some in (data, data[:cut], data[:cut] + data):
        with suppress(QuizgenError):
            for stored in export.pages(io.BytesIO(some), "x.xml"):
                model(wikitext.read(stored.text, "x.xml", "a"))
