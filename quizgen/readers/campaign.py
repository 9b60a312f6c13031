"""Campaign YAML (`quizgen: campaign/1`) → Campaign."""

from __future__ import annotations

from quizgen.campaign_yaml import load
from quizgen.model import Campaign
from quizgen.prose.actions import ACTIONS
from quizgen.readers import Reader


def read(text: str, file: str, name: str) -> Campaign:  # noqa: ARG001 - the YAML may say its name itself
    """Read a campaign; raises QuizgenError with all that is wrong in it."""
    return load(text, file, ACTIONS)


READER = Reader((".yaml", ".yml"), "a campaign as YAML, written by quizgen or by hand", read)
