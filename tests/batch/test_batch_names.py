"""Names of files and folders that are safe on every system."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.batch.names import LONGEST, base_of

NAMES = [
    ("Siege of Orlam (1704)", "siege-of-orlam-1704"),
    ("../../etc/passwd", "etc-passwd"),
    ("C:\\boot.ini", "c-boot-ini"),
    ("a/b\0c", "a-b-c"),
    ("Schlacht an der Ørva", "schlacht-an-der-ørva"),
    ("奥拉姆之戰", "奥拉姆之戰"),
    ("Siege \u202eof Orlam", "siege-of-orlam"),
    ("...", "campaign"),
    ("", "campaign"),
]


@pytest.mark.parametrize(("title", "name"), NAMES)
def test_a_title_gives_a_safe_name(title, name):
    assert name == base_of(title)


@pytest.mark.parametrize("title", ["CON", "nul", "Com1", "lpt9"])
def test_names_that_windows_reserves_get_a_mark(title):
    assert base_of(title).startswith(f"{title.casefold()}-")


def test_long_titles_that_begin_alike_differ():
    assert base_of("Siege " * 60 + "a") != base_of("Siege " * 60 + "b")


def test_pages_of_one_name_are_told_apart_by_their_key():
    assert base_of("orlo", "en.wikipedia.org/1") != base_of("orlo", "en.wikipedia.org/2")


@given(st.text(max_size=300), st.sampled_from(["", "en.wikipedia.org/7"]))
def test_every_name_can_be_a_folder_beside_the_index(title, key):
    name = base_of(title, key)
    assert name
    assert not set(name) & set('<>:"/\\|?*. \0\n')
    assert name == name.casefold() or "\u0345" in title  # what folds to more than itself
    assert len(name.encode()) <= LONGEST + 9
