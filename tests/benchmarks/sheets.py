"""Making items against reading their article; assembling a sheet against making its items."""

from functools import cache, partial

from quizgen import api, asking, world
from quizgen.assembly import Blueprint, assemble
from quizgen.relations import Importance
from tests.benchmarks.rows import compared

SEED = "seeds/aleppo-2016.txt"


@cache
def asked():
    """The campaign and all its items."""
    campaign = api.read(SEED).campaign
    return campaign, made()[0]


def made():
    """Read the article and make its items."""
    return asking.ask(world.load(api.read(SEED).campaign))


def assembled(n):
    """A sheet of n items, solved again."""
    campaign, items = asked()
    return assemble(items, Blueprint(n=n, levels=tuple(Importance)), "bench", 1, (campaign,))


def rows(texts):
    """An item and a sheet."""
    scale = 1 / len(asked()[1])
    yield compared("an item made, solved and checked / its article read", "", made, partial(api.read, SEED), scale=scale)
    yield compared("a sheet of 60, solved again / making its items", "≤ 1", partial(assembled, 60), made)
