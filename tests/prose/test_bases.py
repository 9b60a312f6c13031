"""A past form gives its base only where that is known."""

import pytest

from quizgen.prose.bases import base_of
from quizgen.prose.plain import Plain


@pytest.mark.parametrize(
    ("past", "base"),
    [("took", "take"), ("reached", "reach"), ("stormed", "storm"), ("occupied", "occupy"), ("liberated", "liberate"), ("blorped", None)],
)
def test_a_past_form_gives_its_base(past, base):
    assert base == base_of(past)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (Plain("The French", "took", "the Mamelon"), "did the French take the Mamelon"),
        (Plain("Howe", "was wounded", "at Orlam"), "was Howe wounded at Orlam"),
        (Plain("Howe", "quickly set", "out for Orlam"), "did Howe quickly set out for Orlam"),
        (Plain("Orlam", "surrendered", ""), "did Orlam surrender"),
        (Plain("The Guards", "blorped", "at Orlam"), "was it that the Guards blorped at Orlam"),
    ],
)
def test_a_clause_is_asked_with_did_or_was(said, asked):
    assert asked == said.asked
