"""Names that fit a sentence."""

import pytest

from quizgen.naming import role_group, with_article

ARTICLES = [
    ("Levant Front", "the Levant Front"),
    ("Free Syrian Army", "the Free Syrian Army"),
    ("Jaysh al-Islam", "Jaysh al-Islam"),
    ("Ahrar al-Sham", "Ahrar al-Sham"),
    ("Battle of Marathon", "the Battle of Marathon"),
    ("Operation Flax", "Operation Flax"),
    ("Aleppo offensive (July–August 2016)", "the Aleppo offensive (July–August 2016)"),
    ("Soviet Union", "the Soviet Union"),
    ("France", "France"),
    ("Kingdom of Greece", "the Kingdom of Greece"),
    ("The Netherlands", "The Netherlands"),
    ("HMS Army", "HMS Army"),
]
ROLES = [
    ("Jaysh al-Islam commander", "Jaysh al-Islam"),
    ("Ajnad al-Sham top commander", "Ajnad al-Sham"),
    ("Jabhat Fateh field commander", "Jabhat Fateh"),
    ("Jabhat Fateh cleric and leader", "Jabhat Fateh"),
    ("official leader of Fatah Halab", "Fatah Halab"),
    ("102nd Imam Hossein Battalion commander", "102nd Imam Hossein Battalion"),
    ("Syrian Army commander", "Syrian Army"),
    ("Minister of Defense", None),
    ("Head of Aleppo security committee, replaced", None),
    ("Replacement head of Aleppo security committee", None),
    ("Aleppo military academy commander", None),
    ("commander", None),
]


@pytest.mark.parametrize(("name", "shown"), ARTICLES)
def test_a_name_takes_the_if_its_head_is_a_common_noun(name, shown):
    assert shown == with_article(name)


@pytest.mark.parametrize(("role", "group"), ROLES)
def test_a_role_names_a_group_only_by_its_proper_name(role, group):
    assert group == role_group(role)
