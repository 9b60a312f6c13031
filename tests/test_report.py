"""The report on a source: every fact is asked or has a reason, items are counted by kind, and a page stays a page."""

from dataclasses import replace

import pytest

from quizgen import report
from quizgen.cli import main
from quizgen.formats import draw, is_open
from quizgen.historical_date import HistoricalDate
from quizgen.items import Finding, Format, Refused
from quizgen.model import Aim, Campaign, Commander, Contradiction, DatedText, Estimate, Event, EventKind, Sentence, Side
from quizgen.readability import grade
from quizgen.relations import Importance
from quizgen.unasked import reasons
from quizgen.world import load
from tests.asked import MARN, SEED, VESSEN, asked
from tests.rules.sound import at, said


def surveyed(source=SEED, diagnostics=()):
    known = asked(source)
    return report.survey(known.world, known.campaign, known.items, known.refused, diagnostics)


def part(title, found=None):
    return next(part for part in (found or surveyed()).parts if part.title == title)


@pytest.mark.parametrize("source", [SEED, VESSEN, MARN])
def test_every_fact_is_asked_or_has_a_reason(source):
    known = asked(source)
    told = {fact for item in known.items for fact in item.facts}
    why = reasons(known.world.facts, told, known.refused)
    assert {fact.id for fact in known.world.facts} == told | why.keys()
    assert not told & why.keys()
    assert all(why.values())


def test_core_facts_that_are_not_asked_stand_with_their_reason():
    known = asked()
    told = {fact for item in known.items if not is_open(item) for fact in item.facts}
    missing = [fact for fact in known.world.facts if fact.importance is Importance.CORE and fact.id not in told]
    assert len(missing) == len(part("Core facts that no item asks").rows)


def test_the_summary_counts_facts_items_and_those_solved():
    known = asked()
    summary = "\n".join(surveyed().summary)
    assert f"{len(known.world.facts)} facts, {len(known.items)} items, " in summary
    closed = sum(not is_open(item) for item in known.items)
    assert 0 < closed < len(known.items)
    assert f"Self-solve: {closed} of {closed} items" in summary
    assert "Reading grade of stems (Flesch–Kincaid): median " in summary


def test_counts_add_up():
    for title in ("Items by family", "Items by type", "Items by format", "Items by level", "Items by difficulty"):
        assert len(asked().items) == sum(int(number) for _, number in part(title).rows), title


def test_a_wrong_key_shows_in_the_self_solve_figure():
    known = asked(MARN)
    item = next(item for item in known.items if item.format is Format.TRUE_FALSE)
    spoilt = replace(item, key=("False",) if item.key == ("True",) else ("True",))
    found = report.survey(known.world, known.campaign, (spoilt,), ())
    assert any(line.startswith("Self-solve: 0 of 1 ") for line in found.summary)


def figure(low, high=None, **more):
    return Estimate(f"{low} men", at(f"{low} men"), "", low, high or low, of="men", **more)


def event(date, caption, **more):
    return Event(
        EventKind.ACTION, Sentence("It fell.", "", at("It fell.")), HistoricalDate(date), caption=caption, id=caption or "x", **more
    )


SIDE = Side("1", said("Valeans"))
REASONS = [
    ("approximate", {"sides": (replace(SIDE, strength=(figure(500, approximate=True),)),)}, "the figure is approximate"),
    ("at most", {"sides": (replace(SIDE, strength=(figure(500, at_most=True),)),)}, "the figure is an upper bound"),
    ("a range", {"sides": (replace(SIDE, strength=(figure(500, 900),)),)}, "the figure is a range"),
    ("small", {"sides": (replace(SIDE, strength=(figure(2),)),)}, "the figure is too small"),
    ("no caption", {"events": (event("1632-05-01", None),)}, "no short statement"),
    ("a month", {"events": (event("1632-05", "Orlo falls"),)}, "no one day"),
    ("by a day", {"events": (event("1632-05-01", "Orlo falls", by=True),)}, "no one day"),
    ("what lasts", {"events": (event("1632-05-01", "Orlo falls"),)}, "it lasts, recurs"),
    ("an aim", {"aims": (Aim("take Orlo", at("take Orlo"), "1"),)}, "an aim is asked only"),
    ("a date", {"date": DatedText(HistoricalDate("1632"), at("1632"))}, "no question fits it"),
    ("a dispute", {"contradictions": (Contradiction("two", ("a", "b"), (at("Jan Osk"),)),)}, "the source contradicts itself"),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "why"), [row[1:] for row in REASONS], ids=[row[0] for row in REASONS])
def test_a_reason_is_named(parts, why):
    sides = (replace(SIDE, commanders=(Commander("Jan Osk", at("Jan Osk")),)),)
    world = load(replace(Campaign("orlo", "orlo", said("Siege of Orlo"), sides=sides), **parts))
    assert any(why in reason for reason in reasons(world.facts, (), ()).values())


def test_the_reason_of_a_refusal_is_that_with_fewest_breaches():
    known = asked(MARN)
    item = known.items[0]
    tried = [Refused(item, (Finding(9, "it leaks"), Finding(18, "too few"))), Refused(item, (Finding(17, "two are one"),))]
    fact = known.world.fact(item.facts[0])
    assert {fact.id: "two are one (Q17)"} == reasons([fact], (), tried)


def test_markdown_is_a_page_whose_lists_are_cut_and_whose_text_is_data():
    rows = tuple((f"a|b *{n}*",) for n in range(report.MOST + 3))
    page = report.markdown(report.Survey("A_b", ("one",), (report.Part("List", rows), report.Part("Table", (("x", "1"),), ("", "number")))))
    assert page.startswith("# A\\_b\n\n- one\n\n## List\n\n- a\\|b \\*0\\*\n")
    assert "- … and 3 more\n" in page
    assert "|  | number |\n|---|---:|\n| x | 1 |" in page
    assert len(report.markdown(surveyed()).splitlines()) < 200


def test_plain_text_has_the_figures_first():
    told = report.plain(report.Survey("A", ("one",), (report.Part("T", (("x", "3", "1"),), ("relation", "facts", "asked")),)))
    assert ["A", "  one", "", "T", "      1 of 3  x"] == told.splitlines()
    long = report.Part("List", tuple((str(n),) for n in range(20)))
    assert "  … and 8 more" in report.plain(report.Survey("A", (), (long,)))


def test_a_sheet_names_the_rules_that_it_is_warned_of():
    known = asked()
    detail = next(item for item in known.items if item.importance.level == "detail")
    found = report.of_sheet([draw(detail, "1")], known.world, "A")
    assert "Sheet A: rules to look at" == found.title
    assert "Q42" in [row[0] for row in found.rows]
    assert (("", "none", "0"),) == report.of_sheet([], known.world, "").rows


def test_check_prints_the_report_on_demand(capsys):
    assert main(["check", MARN, "--report", "--quiet"]) == 0
    assert "\nSiege of Marn\n  " in (told := capsys.readouterr().out)
    assert "core facts: " in told
    assert main(["check", MARN, "--report", "--format", "markdown", "--quiet"]) == 0
    assert "\n# Siege of Marn\n" in capsys.readouterr().out


GRADES = [("", 0, 0), ("?", 0, 0), ("Who won?", 0, 2), ("Which formation commanded the reconnaissance battalion?", 12, 25)]


@pytest.mark.parametrize(("text", "low", "high"), GRADES)
def test_longer_words_read_harder(text, low, high):
    assert low <= grade(text) <= high


def test_a_silent_e_and_figures_count_as_they_sound():
    assert grade("the fine line") < grade("the finest lines on")
    assert grade("In 1916 they came.") > grade("In June they came.")
