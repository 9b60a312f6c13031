"""The measure of a folder: both forms of an article are compared where the flat one lost no word; a crash is kept, not raised."""

from pathlib import Path

import pytest

from quizgen import api
from tests.measure import measure, report

BOX = {"date": "1–9 May 1921", "place": "Vessen", "partof": "War of Vessen", "result": "Vessen Republic victory"}
SIDES = {
    "combatant1": "Vessen Republic",
    "combatant2": "League of the North",
    "commander1": "Ivo Marn",
    "casualties3": "30 civilians killed",
}


def write(folder, flat):
    """Both forms of one article; `flat`: what the flat one says otherwise."""
    box = BOX | SIDES
    marked = "".join(f"| {key} = {value}\n" for key, value in box.items())
    (folder / "a.wiki").write_text(
        f"{{{{Infobox military conflict\n| conflict = Siege of Vessen\n{marked}}}}}\nThe siege.\n", encoding="utf-8"
    )
    lines = "\n".join(f"- {key.title()}: {value}" for key, value in (box | flat).items())
    (folder / "a.txt").write_text(f"= Siege of Vessen =\n\nInfobox\n{lines}\n\nThe siege.\n", encoding="utf-8")


def test_two_forms_that_say_the_same_agree_in_every_field(tmp_path):
    write(tmp_path, {})
    found = measure(tmp_path)
    assert (8, []) == (found.compared.total(), found.differing)


@pytest.mark.parametrize(("flat", "compared"), [({"commander1": "Ivo"}, 7), ({"combatant1": ","}, 6)])
def test_a_field_that_lost_words_is_not_compared_nor_a_victor_without_all_powers(flat, compared, tmp_path):
    write(tmp_path, flat)
    found = measure(tmp_path)
    assert (compared, []) == (found.compared.total(), found.differing)


def test_a_flat_form_that_lost_its_bullets_is_not_compared(tmp_path):
    write(tmp_path, {})
    for name, value in (("a.wiki", "| units1 = A Division\n* B Regiment\n"), ("a.txt", "- Units1: A Division, B Regiment\n")):
        path = tmp_path / name
        before = path.read_text(encoding="utf-8")
        mark = "}}" if name == "a.wiki" else "\nThe siege."
        path.write_text(before.replace(mark, value + mark, 1), encoding="utf-8")
    assert ({"units": 0}, []) == ({"units": measure(tmp_path).compared["units"]}, measure(tmp_path).differing)


def test_forms_whose_words_are_one_and_whose_values_are_two_differ(tmp_path):
    write(tmp_path, {"commander1": "Ivo, Marn"})
    assert [("a", "commanders 1")] == measure(tmp_path).differing


def test_a_crash_and_a_refusal_are_told_with_their_file(tmp_path, monkeypatch):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "odd.wiki").write_text("x", encoding="utf-8")
    read = api.read
    monkeypatch.setattr(api, "read", lambda path: 1 // 0 if Path(path).name == "odd.wiki" else read(path))
    told = list(report(measure(tmp_path)))
    assert ["articles               2", "crashes                1", "refused with a message 1"] == told[:3]
    assert any(line.startswith("crash: odd.wiki: ZeroDivisionError") for line in told)
