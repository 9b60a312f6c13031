"""Checking: quotes that stand and do not, what a person set, contradictions, models behind their article."""

from pathlib import Path

import pytest

from quizgen import api, checking
from quizgen.cli import main
from quizgen.diagnostics import render
from quizgen.historical_date import HistoricalDate
from quizgen.model import (
    By,
    Campaign,
    Commander,
    Contradiction,
    DatedText,
    Event,
    EventKind,
    Quote,
    Sentence,
    Side,
    Sourced,
)

LINES = {"a.txt": ["= A =", "", "- Place: Aleppo, Syria"]}
SEED = Path(__file__).parents[1] / "seeds" / "aleppo-2016.txt"


def campaign(*outcomes, **more):
    """A campaign with these sources of its outcomes."""
    title = Sourced("A", Quote("a.txt", 1, "A"))
    return Campaign("a", "a", title, outcomes=tuple(Sourced(f"o/{n}", source) for n, source in enumerate(outcomes)), **more)


@pytest.mark.parametrize("quote", [Quote("a.txt", 3, "Aleppo, Syria"), Quote("a.txt", 1, "")])
def test_a_quote_that_stands_is_not_mentioned(quote):
    assert [] == list(checking.quotes(campaign(quote), LINES))


@pytest.mark.parametrize("quote", [Quote("a.txt", 3, "aleppo"), Quote("a.txt", 4, "x"), Quote("a.txt", 0, "= A")])
def test_a_quote_that_does_not_stand_is_an_error_at_its_line(quote):
    (found,) = checking.quotes(campaign(quote), LINES)
    assert ("K101", quote.line) == (found.code, found.span.line)


def test_quotes_of_absent_sources_are_counted():
    found = list(checking.quotes(campaign(Quote("b.txt", 1, "x"), Quote("b.txt", 2, "y"), Quote("b.txt", 2, "y")), LINES))
    assert ["source not at hand: 2 quotes unchecked"] == [d.message for d in found]


def test_every_leaf_that_a_person_set_is_listed_with_its_path():
    label = Sourced("rebels", By("Ben", "", "p. 3"))
    both = Contradiction("who won", ("Vale", "Tamm"), (By("Cleo"), Quote("a.txt", 3, "Aleppo")))
    told = checking.people(campaign(By("Anna", "a slip"), sides=(Side("1", label),), contradictions=(both,)))
    assert [d.message for d in told] == [
        '"outcomes/o-0" was set by Anna: a slip',
        '"sides/1/label" was set by Ben (p. 3)',
        '"contradictions/who won" was set by Cleo',
    ]


def test_a_contradiction_is_told_where_it_stands():
    stands = Contradiction("two figures", ("1", "2"), (Quote("a.txt", 3, "Aleppo"),))
    by_hand = Contradiction("two figures", ("1", "2"), (By("Anna"),))
    assert [3, 1] == [d.span.line for d in checking.contradictions(campaign(contradictions=(stands, by_hand)))]


def test_check_names_the_article_as_typed_and_shows_the_line(capsys):
    assert main(["check", str(SEED)]) == 0
    printed = capsys.readouterr()
    assert f"{SEED}:19:" in printed.err
    assert printed.out.startswith("aleppo-2016: ")
    assert main(["check", str(SEED), "--strict"]) == 1


@pytest.mark.no_cover
def test_check_finds_a_quote_that_was_edited_away_and_a_model_behind_its_article(tmp_path, capsys):
    article, model = tmp_path / "aleppo-2016.txt", tmp_path / "aleppo-2016.yaml"
    text = SEED.read_text(encoding="utf-8")
    article.write_text(text, encoding="utf-8")
    assert main(["read", str(article), "-o", str(model)]) == 0
    assert main(["check", str(model), "--quiet"]) == 0
    article.write_text(text.replace("- Place: Aleppo, Syria", "- Place: Marn"), encoding="utf-8")
    assert main(["check", str(model)]) == 1
    assert {"K101", "K106"} <= set(capsys.readouterr().err.split())
    article.write_text(text.replace("130 civilians killed", "130 civilians killed, 7 wounded"), encoding="utf-8")
    assert main(["check", str(model)]) == 3


def test_check_says_when_the_source_is_not_at_hand(tmp_path, capsys, monkeypatch):
    model = tmp_path / "a.yaml"
    assert main(["read", str(SEED), "-o", str(model)]) == 0
    monkeypatch.chdir(tmp_path)
    assert main(["check", "a.yaml"]) == 0
    assert "source not at hand: " in capsys.readouterr().err


@pytest.mark.no_cover
def test_corrections_beside_an_article_are_applied_and_listed(tmp_path, capsys):
    article = tmp_path / "aleppo-2016.txt"
    article.write_bytes(SEED.read_bytes())
    (tmp_path / "aleppo-2016.fix.yaml").write_text(
        "quizgen: fix/1\ncorrections:\n"
        "- {add: sides/1/aliases, value: opposition fighters, who: Anna, why: a common name}\n"
        "- {set: place, value: Aleppo, who: Anna, why: shorter}\n"
        "- {drop: part_of/2016 Aleppo summer campaign, who: Anna, why: no name}\n"
    )
    reading = api.read(str(article))
    assert Sourced("Aleppo", By("Anna", "shorter")) == reading.campaign.place
    assert [By("Anna", "a common name")] == [a.source for a in reading.campaign.sides[0].aliases if a.value == "opposition fighters"]
    assert main(["check", str(article)]) == 0
    told = capsys.readouterr().err
    assert (2, 1) == (told.count("K103"), told.count('K109 note: "part_of/2016 Aleppo summer campaign" was dropped by Anna: no name'))


def test_diagnostics_of_a_reading_point_at_the_file_as_typed(tmp_path):
    article = tmp_path / "odd.txt"
    article.write_text("= Siege of Marn =\n\nInfobox\n- Date: 3 April 1632\n- Wether: cold\n", encoding="utf-8")
    (found,) = api.read(str(article)).diagnostics
    assert render(found).startswith(f"{article}:5:")


def test_each_day_outside_the_campaign_is_told_once_and_days_within_are_not():
    days = ("1921-05-02", "1921-06-01", "1921-06-01")
    told = tuple(Event(EventKind.ACTION, Sentence("s", "", Quote("a.txt", n, "s")), HistoricalDate(day)) for n, day in enumerate(days, 1))
    found = campaign(date=DatedText(HistoricalDate("1921-05-01/1921-05-09"), By("Anna")), events=told)
    assert [("K107", 2)] == [(d.code, d.span.line) for d in checking.outside(found)]
    assert [] == list(checking.outside(campaign(events=told)))


def test_a_commander_of_two_sides_is_told_and_a_placeholder_is_not():
    both = (Commander("Ivo Marn", Quote("a.txt", 3, "x")), Commander("Unknown", By("Anna"), placeholder=True))
    found = campaign(sides=(Side("1", commanders=both), Side("2", commanders=(*both, Commander("Jan Tamm", By("Anna"))))))
    assert ['"Ivo Marn" is a commander of sides 1 and 2'] == [d.message for d in checking.turncoats(found)]


def test_check_tells_the_coverage_of_an_article_and_none_of_a_model(capsys):
    assert main(["check", str(SEED)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert ["  infobox: ", "  prose: ", "  events: ", "  core facts: "] == [line[: line.find(": ") + 2] for line in told[1:5]]
    assert main(["check", "aleppo-2016"]) == 0
    assert not [line for line in capsys.readouterr().out.splitlines() if line.startswith(("  infobox: ", "  prose: ", "  events: "))]


def test_check_names_each_core_fact_that_is_not_asked_and_why(capsys):
    assert main(["check", str(SEED)]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if "not asked: " in line]
    assert any("part of Battle of Aleppo: " in line and "(Q9)" in line for line in told)
