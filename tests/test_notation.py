"""Numbers and dates in usual notations, and options in order."""

from __future__ import annotations

import pytest

from quizgen.notation import Number, in_order, read_dates, read_number

NUMBERS = (
    ("500", Number(500, 500)),
    ("8,000", Number(8000, 8000)),
    ("8 000", Number(8000, 8000)),
    ("1.234.567", Number(1234567, 1234567)),
    ("about 500 killed", Number(500, 500)),
    ("7 days", Number(7, 7)),
    ("100+ tanks", Number(100, 100, True)),
    ("at least 130", Number(130, 130, True)),
    ("8,000–10,000+ fighters", Number(8000, 10000, True)),
    ("between 200 and 300", Number(200, 300)),
    ("1070 Housing Project", None),
    ("102nd Imam Hossein Battalion", None),
    ("10k", None),
    ("1" * 16, None),
    ("", None),
)

DATES = (
    ("31 July 2016", [(2016, 7, 31)]),
    ("July 31st, 2016", [(2016, 7, 31)]),
    ("by 3 August", [(0, 8, 3)]),
    ("2016-07-31", [(2016, 7, 31)]),
    ("2016/7/31", [(2016, 7, 31)]),
    ("31/7/2016", [(2016, 7, 31)]),
    ("7/31/2016", [(2016, 7, 31)]),
    ("31-7-2016", [(2016, 7, 31)]),
    ("3/8", [(0, 8, 3), (0, 3, 8)]),
    ("3.3.", [(0, 3, 3)]),
    ("29/2/2016", [(2016, 2, 29)]),
    ("29/2/2015", []),
    ("8-10", []),
    ("8–10", []),
    ("July 2016", [(2016, 7, 0)]),
    ("1070 Housing Project", []),
    ("on 3 August the mill fell", []),
    ("", []),
)


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_a_number_is_read_in_any_notation(text: str, number: Number | None) -> None:
    assert number == read_number(text)


@pytest.mark.parametrize(("text", "readings"), DATES)
def test_a_date_is_read_in_every_way_it_can_be(text: str, readings: list[tuple[int, int, int]]) -> None:
    assert readings == [(d.first.year, d.first.month, d.first.day) for d in read_dates(text)]


ORDERS = (
    (("600", "250", "1,500"), ("250", "600", "1,500")),
    (("100+ tanks", "95 tanks"), ("95 tanks", "100+ tanks")),
    (("6 August", "31 July", "2 August"), ("31 July", "2 August", "6 August")),
    (("2 May 1912", "3 April 1911"), ("3 April 1911", "2 May 1912")),
    (("1916", "327 BC", "44 BC"), ("327 BC", "44 BC", "1916")),
    (("1–6 May 1911", "1–4 May 1911"), ("1–4 May 1911", "1–6 May 1911")),
)


@pytest.mark.parametrize(("texts", "order"), ORDERS)
def test_numbers_and_dates_stand_in_order(texts: tuple[str, ...], order: tuple[str, ...]) -> None:
    assert order == in_order(texts)


@pytest.mark.parametrize("texts", [("B", "A"), ("1070 Housing Project", "60"), ("6 August", "400"), ("31 July 1911", "1 August"), ()])
def test_names_and_mixtures_have_no_order(texts: tuple[str, ...]) -> None:
    assert () == in_order(texts)
