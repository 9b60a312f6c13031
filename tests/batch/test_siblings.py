"""Siblings found by index: the same as over all campaigns at once, at a cost that does not grow with the corpus."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.batch.jobs import Article, Refusal, Understood, _near, key_of, understand
from quizgen.batch.siblings import near
from quizgen.batch.store import Store
from quizgen.distractors import SIBLINGS
from quizgen.historical_date import HistoricalDate
from quizgen.model import Campaign, DatedText, Quote, Sourced, slug
from quizgen.world import World
from tests.batch.corpus import article

NAMES = (
    "Siege of Orlo",
    "Siege of Orlo (1632)",
    "Siege of Orlo (Vale)",
    "Raid on Kell",
    "Fall of Marn",
    "Fight at Tolm",
    "Tarn march",
    "Sarn",
)


def said(text):
    return Sourced(text, Quote("x.wiki", 1, text))


def campaign(title, year, parts=(), see=()):
    date = DatedText(HistoricalDate(f"{year:04}"), Quote("x.wiki", 1, "x"))
    return Campaign(slug(title), slug(title), said(title), date=date, part_of=tuple(map(said, parts)), see_also=tuple(map(said, see)))


def kept(*campaigns):
    """A store in memory of what is known of campaigns."""
    store = Store(Path(":memory:"))
    for each in campaigns:
        store.put(understood(each), each.id)
    store.settle()
    return store


def understood(each):
    year = each.date.value.start.year
    return Understood(
        key_of(each), each.id, each.name, each.title.value, "x", "", "", "{}", year, tuple(_near(each)), "{}", (), (), (), "", (0, "")
    )


@st.composite
def corpora(draw):
    titles = draw(st.lists(st.sampled_from(NAMES), min_size=2, unique=True))
    years, parts = st.integers(1630, 1640), st.sets(st.sampled_from(["Vale War", "War of Five Towns"]), max_size=2)
    see = st.sets(st.sampled_from(NAMES), max_size=2)
    return [campaign(title, draw(years), sorted(draw(parts)), sorted(draw(see))) for title in titles]


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_the_index_finds_the_nearest_of_all_campaigns(campaigns):
    whole, store = World(tuple(campaigns), ()), kept(*campaigns)
    for own in campaigns:
        keys = near(store.db, f"/{own.id}")
        near_by = World((own, *(other for other in campaigns if f"/{other.id}" in keys)), ())
        assert [c.id for c in whole.siblings(own)[:SIBLINGS]] == [c.id for c in near_by.siblings(own)[:SIBLINGS]]


def steps(store, key):
    """How many steps SQLite's machine takes to find what stands near a campaign, and how many queries."""
    counted = []
    queries = []
    store.db.set_trace_callback(queries.append)
    store.db.set_progress_handler(lambda: counted.append(1) and 0, 1)
    store.beside(key)
    store.db.set_progress_handler(None, 1)
    store.db.set_trace_callback(None)
    return len(counted), len(queries)


def test_what_it_costs_to_find_siblings_does_not_grow_with_the_corpus():
    def corpus(size):
        return [campaign(f"Battle {n}", 1000 + n % 50, ["Long War"], [f"Battle {n - 1}"]) for n in range(size)]

    small, large = (steps(kept(*corpus(size)), "/battle-70") for size in (100, 1500))
    assert large[0] <= 1.1 * small[0]
    assert large[1] <= small[1]


def test_who_is_not_among_the_sources_stands_near_nobody():
    store = kept(*(campaign(f"Battle {n}", 1700) for n in range(3)))
    store.run += 1
    assert store.knows("battle-1", "y")
    store.settle()
    assert 1 == store.count()
    assert [] == near(store.db, "/battle-1")
    store.run += 1
    assert all(store.knows(f"battle-{n}", "x") for n in range(2))
    store.settle()
    assert ["/battle-0"] == near(store.db, "/battle-1")


def read(title, **more):
    return understand(Article(article(title, 1704, **more).encode(), slug(title), ".wiki", "x.wiki", "x.wiki"))


def test_the_store_answers_from_tables():
    store = Store(Path(":memory:"))
    store.put(read("Siege of Orlam"), "1")
    ask = store.db.execute("SELECT subject FROM facts WHERE relation = 'commander' AND object LIKE '%Lowmark%'").fetchall()
    assert [("Anselm Tor",)] == ask
    assert store.db.execute("SELECT count(*) FROM entities").fetchone()[0]


def test_no_look_up_of_the_store_scans_a_table():
    store = kept(*(campaign(f"Battle {n}", 1700) for n in range(3)))
    queries = []
    store.db.set_trace_callback(queries.append)
    store.beside("/battle-1")
    store.knows("battle-1", "x")
    store.ledger("/battle-1")
    list(store.rows())
    store.db.set_trace_callback(None)
    plans = [line[3] for query in queries for line in store.db.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert plans
    assert [] == [plan for plan in plans if plan.startswith("SCAN")]


@pytest.mark.parametrize("text", ["", "no article", "\0"])
def test_what_is_no_article_is_refused_with_its_place(text):
    found = understand(Article(text.encode(), "x", ".wiki", "x.wiki", "in/x.wiki"))
    assert isinstance(found, Refusal)
    assert found.why[0].startswith("in/x.wiki:1:1: ")
