"""A figure of one month is no figure of the campaign: it is not asked as one."""

import pytest

from quizgen import asking, world
from quizgen.infobox import read_infobox
from quizgen.prose import read_prose
from quizgen.readers.flat import read

BOX = "= Siege of Orlam =\n\nInfobox\n- Date: 1 May 1900 – 4 July 1900\n- Combatant1: Marn\n- Combatant2: Orl\n- Casualties1: {}\n"


@pytest.mark.parametrize(
    ("losses", "is_asked"),
    [("930 killed, 78 guns", True), ("June 1900:, 930 killed, 78 guns", False), ("1 May 1900 – 4 July 1900:, 930 killed, 78 guns", True)],
)
def test_only_figures_of_the_whole_campaign_are_asked(losses, is_asked):
    article = read(BOX.format(losses), "orlam.txt", "orlam")
    items, refused = asking.ask(world.load(read_prose(article, read_infobox(article)[0])[0]))
    stems = [item.stem for item in (*items, *(one.item for one in refused)) if item.family == "figures"]
    assert is_asked == bool(stems)
