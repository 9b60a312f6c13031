"""Ranks before names, fates after them, and words that are no name."""

import pytest

from quizgen.grammar.names import fate_of, is_nobody, is_others, is_placeholder, is_rank, split_fate, split_rank, starts_as_name, surname_of

RANKS = [
    ("Maj. Gen. Rana Talwar", "Maj. Gen.", "Rana Talwar"),
    ("Lt.Cdr. Aldo Ferri", "Lt.Cdr.", "Aldo Ferri"),
    ("Brig-Gen Otto Lehn", "Brig-Gen", "Otto Lehn"),
    ("Gen-Div. Piero Conti", "Gen-Div.", "Piero Conti"),
    ("Field Marshal Ignaz Brod", "Field Marshal", "Ignaz Brod"),
    ("Großadmiral Kurt Wehl", "Großadmiral", "Kurt Wehl"),
    ("General der Infanterie Max Ross", "General der Infanterie", "Max Ross"),
    ("Général de brigade Luc Petit", "Général de brigade", "Luc Petit"),
    ("Marshal of the Soviet Union Ivan Orlov", "Marshal of the Soviet Union", "Ivan Orlov"),
    ("Vice-Admiral Piet Maas", "Vice-Admiral", "Piet Maas"),
    ("Commodore Nutt", "Commodore", "Nutt"),
    ("1st Lt. Amy Stone", "1st Lt.", "Amy Stone"),
    ("Group Captain Ray Dale", "Group Captain", "Ray Dale"),
    ("Brig. Sir Hugh Vane DSO", "Brig. Sir", "Hugh Vane"),
    ("Prince Leopold", "Prince", "Leopold"),
    ("Crown Prince Otto", "Crown Prince", "Otto"),
    ("King John II of Marn", "King", "John II of Marn"),
    ("King of Marn", None, "King of Marn"),
    ("Duke Otto of Verre", "Duke", "Otto of Verre"),
    ("Duke of Verre", None, "Duke of Verre"),
    ("Lord Hugh Vane", "Lord", "Hugh Vane"),
    ("Lord Vane", None, "Lord Vane"),
    ("Bvt. Col. Hugh Vane", "Bvt. Col.", "Hugh Vane"),
    ("Kingsley Vane", None, "Kingsley Vane"),
    ("Marshall Tate", None, "Marshall Tate"),
    ("Majid Karim", None, "Majid Karim"),
    ("Major General", "Major General", ""),
]


@pytest.mark.parametrize(("printed", "rank", "name"), RANKS)
def test_a_rank_is_split_off(printed, rank, name):
    assert (rank, name) == split_rank(printed)
    assert is_rank(printed) == (rank is not None and not name)


FATES = [
    ("Leopold IIIPOW", "Leopold III", "POW"),
    ("Abu Tariq KIA", "Abu Tariq", "KIA"),
    ("Paul Harden (WIA)", "Paul Harden", "WIA"),
    ("Ali HamzaWIAPOW", "Ali Hamza", "WIA POW"),
    ("Horatio Bell †", "Horatio Bell", "KIA"),
    ("Leonidas I†", "Leonidas I", "KIA"),
    ("Ishida KatoExecuted", "Ishida Kato", "executed"),
    ("Simon Boyd Jr.KIA", "Simon Boyd Jr.", "KIA"),
    ("ZAMIA", "ZAMIA", None),
    ("Samia Reda", "Samia Reda", None),
    ("KIA", "", "KIA"),
]


@pytest.mark.parametrize(("printed", "name", "fate"), FATES)
def test_a_fate_mark_is_split_off_glued_or_not(printed, name, fate):
    assert (name, fate) == split_fate(printed)


@pytest.mark.parametrize(
    ("words", "fate"),
    [
        ("killed in action", "KIA"),
        ("Mortally wounded", "DOW"),
        ("surrendered", "surrendered"),
        ("murdered", "assassinated"),
        ("retired", None),
    ],
)
def test_words_of_fate_are_understood(words, fate):
    assert fate == fate_of(words)


@pytest.mark.parametrize("words", ["and others", "and 5 more", "several others", "et al."])
def test_words_for_further_people_are_no_name(words):
    assert is_others(words)


@pytest.mark.parametrize("words", ["Unknown", "N/A", "none", "See Aftermath", "?"])
def test_words_for_nobody_are_no_name(words):
    assert is_nobody(words)


@pytest.mark.parametrize("words", ["Unknown brigade commander", "several militias", "3 battalions", "local chiefs", "marines and sailors"])
def test_a_description_is_a_placeholder(words):
    assert is_placeholder(words)


@pytest.mark.parametrize("words", ["Ibrahim Pasha", "al-Nasir Yusuf", "von Moltke", '"Black" Jack', "51 Infantry Division", "ibn Saud"])
def test_a_name_is_no_placeholder(words):
    assert starts_as_name(words)
    assert not is_placeholder(words)


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Jan Osk", "Osk"),
        ("Darius III", "Darius"),
        ("Charles Emmanuel II", "Charles Emmanuel"),
        ("Jan Osk Jr.", "Osk"),
        ("Osk B.", None),
        ("Osk", None),
        ("John of Orl", None),
    ],
)
def test_man_is_called_by_the_last_of_his_names_and_never_by_a_numeral_or_an_initial(name, surname):
    assert surname == surname_of(name)
