"""YAML nodes: what is kept of a text, and that every mistake in it is told with its place."""

import pytest

from quizgen.diagnostics import QuizgenError, Span
from quizgen.yamlnodes import DEPTH, Inline, Listing, Problems, Scalar, Table, emit, parse


def parsed(text, problems=None):
    """The nodes of a text."""
    return parse(text, "x.yaml", problems or Problems())


def errors(text):
    """What `parse` complains of, as line:column code."""
    problems = Problems()
    try:
        parsed(text, problems)
        problems.settle()
    except QuizgenError as raised:
        return [f"{d.span.line}:{d.span.column} {d.code}" for d in raised.diagnostics]
    return []


@pytest.mark.parametrize("word", ["NO", "1:30", "08", "012", "2016-07-31", "1e3", "Điện Biên Phủ"])
def test_a_scalar_keeps_its_letters(word):
    assert Scalar(word, Span("x.yaml", 1, 4, len(word))) == parsed(f"a: {word}").entries[0][1]


def test_quotes_are_told_apart_from_plain_text():
    quoted, plain = parsed("['null', null]").items
    assert (quoted.is_null, plain.is_null) == (False, True)


def test_places_count_characters_after_wide_letters():
    assert Span("x.yaml", 2, 9, 1) == parsed("a: 1\n'Điện': b").entries[1][1].span


def test_an_empty_text_is_nothing():
    assert parsed("# only a comment\n").is_null


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", ["3:1 Y102"]),
        ("a: &x 1\nb: *x\n", ["1:4 Y103", "2:4 Y103"]),
        ("a: !!python/object:os.system x\n", ["1:4 Y103"]),
        ("a: 1\na: 2\nb: &c [1]\n{d: e}: f\n", ["2:1 Y102", "3:4 Y103", "4:1 Y106"]),
        ("a: [1, 2\nb: 3\n", ["2:2 Y101"]),
        ("a: b: c\n", ["1:5 Y101"]),
        ("a: 1\n---\nb: 2\n", ["2:1 Y101"]),
        ("a: 1\nb: x\x07y\n", ["2:5 Y101"]),
        ("[" * (DEPTH + 2), ["1:22 Y104"]),
        ("[" * 100_000, ["1:22 Y104"]),
    ],
)
def test_every_mistake_is_told_with_its_place(text, expected):
    assert expected == errors(text)


def test_a_bomb_of_aliases_is_refused_at_once():
    bomb = "a: &a [x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9))
    assert {"Y103"} == {error.split()[1] for error in errors(bomb)}


@pytest.mark.parametrize(
    ("method", "text", "message", "hint"),
    [
        ("text", "[a]", "expected it: a text; found a list", "an empty text is written ''"),
        ("text", "~", "expected it: a text; found nothing", "an empty text is written ''"),
        ("number", "'8'", 'expected it: a whole number; found "8"', "write digits only, such as 8000"),
        ("number", "8,000", 'expected it: a whole number; found "8,000"', "write digits only, such as 8000"),
        ("number", "1" * 19, f'expected it: a whole number; found "{"1" * 19}"', "write digits only, such as 8000"),
        ("flag", "yes", 'expected it: true or false; found "yes"', ""),
        ("items", "{a: 1}", "expected it: a list; found keys with values", 'write "- …" for each, or [a, b]'),
    ],
)
def test_a_value_of_the_wrong_type_is_named(method, text, message, hint):
    problems = Problems()
    getattr(problems, method)(parsed(text), "it")
    assert [(d.code, d.message, d.hint) for d in problems.found] == [("Y106", message, hint)]


def test_values_of_the_right_type_are_given():
    problems = Problems()
    told = problems.table(parsed("{t: NO, n: -8, f: true, l: ~}"), ("t", "n", "f", "l"), "it")
    given = problems.text(told["t"], "t"), problems.number(told["n"], "n"), problems.flag(told["f"], "f"), problems.items(told["l"], "l")
    assert (("NO", -8, True, ()), []) == (given, problems.found)


def test_unknown_words_get_the_nearest_known_one():
    problems = Problems()
    problems.table(parsed("{nmae: 1, qqq: 2}"), ("name", "note"), "a thing")
    problems.choice(parsed("stat"), ("action", "state"), "kind")
    problems.table(parsed("[]"), ("name",), "a thing")
    assert [(d.code, d.hint) for d in problems.found] == [
        ("Y105", 'did you mean "name"?'),
        ("Y105", "it takes name, note"),
        ("Y109", 'did you mean "state"?'),
        ("Y106", ""),
    ]


def test_problems_are_raised_in_the_order_of_the_text():
    node = parsed("[a, b]")
    problems = Problems()
    problems.add(node.items[1], "Y109", "second")
    problems.add(node.items[0], "Y109", "first")
    with pytest.raises(QuizgenError) as caught:
        problems.settle()
    assert ["first", "second"] == [d.message for d in caught.value.diagnostics]


def test_what_is_emitted_reads_as_it_was_meant():
    text = emit({"a": Inline({"no": "NO", "n": 8, "t": True, "u": None, "s": "8", "d": "2016-07-31"}), "b": [{"c": ["x", "y"]}], "e": "f"})
    assert text == "a: {'no': 'NO', n: 8, t: true, u: null, s: 8, d: 2016-07-31}\n\nb:\n- c: [x, y]\n\ne: f\n"
    assert [Table, Listing, Scalar] == [type(value) for _, value in parsed(text).entries]
