"""Diagnostics as a reader sees them."""

from quizgen.diagnostics import QuizgenError, Span, error, fail, note, render, visible, warning


def test_a_diagnostic_points_at_its_place_and_says_what_to_type():
    shown = render(error(Span("a.txt", 2, 4, 3), "R101", 'no "Date"', "add one"), {"a.txt": ["x", "abcdefgh"]})
    assert shown == 'a.txt:2:4: R101 error: no "Date"\n  | abcdefgh\n  |    ^^^\n  = hint: add one'


def test_a_long_line_is_shown_as_a_window_around_the_carets():
    shown = render(warning(Span("a.txt", 1, 201, 300), "R201", "odd"), {"a.txt": ["x" * 200 + "y" * 300]})
    line, carets = shown.splitlines()[1:]
    assert line == "  | " + "x" * 38 + "y" * 38
    assert carets == "  | " + " " * 38 + "^" * 38


def test_a_point_without_length_and_a_file_not_at_hand_show_no_window():
    assert render(note(Span("b.txt"), "N1", "so"), {"a.txt": ["x"]}) == "b.txt:1:1: N1 note: so"


def test_article_text_cannot_drive_a_terminal():
    assert visible("a\x1b[31mb\u202ec\td") == "a\ufffd[31mb\ufffdc d"


def test_the_exception_carries_every_diagnostic():
    both = QuizgenError([error(Span("a"), "X1", "one"), error(Span("a"), "X2", "two")])
    assert str(both) == "X1 one; X2 two"
    assert fail(Span("a"), "X1", "one").diagnostics == both.diagnostics[:1]
