"""Any deck in the real Anki: those that are shipped, and decks of texts as odd as they come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import Collection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.items import BLANK, Distractor, Format, Item
from quizgen.writers.apkg import WRITER
from tests.writers.apkg.anki_collection import cards, collection, complaints, imported
from tests.writers.apkg.fixtures import NASTY, all_formats, material

SHIPPED = sorted((Path(__file__).parents[3] / "decks").glob("*.apkg"))


@pytest.mark.parametrize("deck", SHIPPED, ids=lambda deck: deck.stem)
def test_anki_finds_nothing_wrong_with_a_shipped_deck(tmp_path: Path, deck: Path) -> None:
    with collection(tmp_path) as opened:
        log = imported(opened, deck.read_bytes())
        assert len(log.new) == opened.card_count() > 0
        assert [] == complaints(opened)


TEXTS = st.one_of(st.sampled_from(NASTY), st.text(min_size=1, max_size=30))
BASES = [each for each in all_formats() if each.format not in (Format.TRUE_FALSE, Format.NUMERIC)]


@st.composite
def items(draw: st.DrawFn) -> Item:
    """Make an item of any format, all its texts drawn; options differ, as item rules demand."""
    base = draw(st.sampled_from(BASES))
    texts = [f"{text} {n}" for n, text in enumerate(draw(st.lists(TEXTS, min_size=16, max_size=16)))]
    stem = f"{texts[0]}{BLANK}" if base.format is Format.CLOZE else texts[0]
    pairs = tuple((texts[4 + n], texts[10 + n] if base.format is Format.MATCHING else b) for n, (_, b) in enumerate(base.pairs))
    wrong = tuple(Distractor(f"wrong {text}", text, text) for text in texts[1 : 1 + len(base.distractors)])
    known = {"stem": stem, "key": tuple(texts[4 : 4 + len(base.key)]), "pairs": pairs, "distractors": wrong}
    return replace(base, **known, accepted=(texts[9],), explanation=texts[8], claimed_by=draw(st.none() | TEXTS))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    with collection(tmp_path_factory.mktemp("any")) as fresh:
        yield fresh


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(made=st.lists(items(), min_size=1, max_size=12), typed=st.booleans())
def test_anki_finds_nothing_wrong_with_any_deck(opened: Collection, made: list[Item], typed: bool) -> None:
    opened.remove_notes(opened.find_notes(""))
    numbered = [replace(each, id=f"{each.id}/{n}") for n, each in enumerate(made)]
    log = imported(opened, WRITER.write(material(*numbered, typed=typed)))
    assert len(made) == len(log.new) == len(cards(opened))
    assert [] == complaints(opened)
