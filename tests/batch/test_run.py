"""Batches from end to end: what is written, what is not made again, what survives a rename, a kill and a bad article."""

import json
import shutil

import pytest

from quizgen import api, asking, world
from quizgen.batch import jobs
from quizgen.batch.engines import Engine, Settings, guarded
from quizgen.batch.engines.local import ENGINE as LOCAL
from quizgen.batch.run import Plan, rehearse, run
from quizgen.batch.store import NAME, Store
from quizgen.batch.worklist import find
from quizgen.diagnostics import QuizgenError
from quizgen.recipes import Kind, Recipe
from tests.asked import KELL, MARN, ROOT
from tests.batch.corpus import INLINE, RECIPES, article, batch, export, written

DECK = (Recipe(Kind.DECK, "", ()),)
TITLES = {"Siege of Orlam": 1704, "Raid on Verre": 1705, "Battle of Marn": 1706}
SPOILT = "Tamm is a town.\n"


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    """Three articles of one war, and one that cannot be read."""
    folder = tmp_path_factory.mktemp("in")
    for title, year in TITLES.items():
        (folder / f"{title}.wiki").write_text(article(title, year))
    (folder / "spoilt.wiki").write_text(SPOILT)
    return folder


@pytest.fixture(scope="module")
def whole(sources, tmp_path_factory):
    """A batch over them, and what it told."""
    out = tmp_path_factory.mktemp("out")
    return out, batch(out, sources)


@pytest.fixture
def made(whole, tmp_path):
    """A copy of that batch, to go on from."""
    return shutil.copytree(whole[0], tmp_path / "made")


def rows(out, name="index"):
    return [json.loads(line) for line in (out / f"{name}.jsonl").read_text().splitlines()]


def test_each_campaign_gets_its_files_and_a_row(whole):
    out, summary = whole
    assert (3, 3, 1) == (summary.made, summary.published, summary.refused)
    assert ["Battle of Marn", "Raid on Verre", "Siege of Orlam"] == [row["title"] for row in rows(out)]
    for row in rows(out):
        assert 3 == len(row["files"])
        assert all((out / file["file"]).is_file() and file["holds"] for file in row["files"])


def test_a_bad_article_is_refused_with_its_place_and_stops_no_other(whole):
    (row,) = rows(whole[0], "refused")
    assert row["source"].endswith("spoilt.wiki")
    assert "spoilt.wiki:" in row["why"][0]


def test_what_did_not_change_is_not_made_again(made, sources):
    before, stamps = written(made), {path: path.stat().st_mtime_ns for path in made.glob("*/*")}
    summary = batch(made, sources)
    assert (0, 4, 0, 3) == (summary.read, summary.known, summary.made, summary.kept)
    assert before == written(made)
    assert stamps == {path: path.stat().st_mtime_ns for path in made.glob("*/*")}


def test_a_folder_is_known_under_another_path(made, sources, tmp_path):
    assert 4 == batch(made, shutil.copytree(sources, tmp_path / "elsewhere")).known


def test_progress_never_goes_back(sources, tmp_path):
    told = []
    for count in (2, 4):
        files = find([str(path) for path in sorted(sources.iterdir())[-count:]])
        run(Plan(files, tmp_path, DECK), INLINE, Settings(), lambda *step: told.append(step[:3]))
        for what in ("reading", "making"):
            steps = [done for stage, done, _ in told if stage == what]
            assert steps == sorted(steps)
        assert ("reading", files.size, files.size) in told
        told.clear()


def test_files_that_are_gone_are_made_again(made, sources):
    before = written(made)
    (made / "raid-on-verre" / "raid-on-verre.apkg").unlink()
    assert 1 == batch(made, sources).made
    assert before == written(made)


def test_another_recipe_makes_all_anew_and_drops_what_it_does_not_make(made, sources):
    assert 3 == batch(made, sources, recipes=DECK).made
    assert ["raid-on-verre.apkg"] == [path.name for path in (made / "raid-on-verre").iterdir()]


def test_an_article_that_changed_is_made_with_those_that_stand_near_it(made, sources, tmp_path):
    changed = shutil.copytree(sources, tmp_path / "in")
    (changed / "Battle of Marn.wiki").write_text(article("Battle of Marn", 1710))
    assert "read" in next(rehearse(Plan(find([str(changed)]), made, RECIPES)))
    summary = batch(made, changed)
    assert (1, 3) == (summary.read, summary.made)


def test_the_bytes_hang_neither_on_the_order_of_sources_nor_on_processes(whole, sources, tmp_path):
    paths = sorted(sources.iterdir(), reverse=True)
    batch(tmp_path / "other", *paths, engine=LOCAL, jobs=2)
    assert written(whole[0]) == written(tmp_path / "other")


class StopError(BaseException):
    """What ends a batch in the middle, as Ctrl-C does."""


@pytest.mark.parametrize("at", [2, 6])
def test_a_batch_that_was_stopped_goes_on_to_the_same_end(whole, sources, tmp_path, at):
    done = []

    def stopping(function, works, settings):
        for work in works:
            if len(done) == at:
                raise StopError
            done.append(work)
            yield work, guarded(function, work)

    with pytest.raises(StopError):
        batch(tmp_path, sources, engine=Engine("stops", stopping))
    summary = batch(tmp_path, sources)
    assert 7 - at == summary.read + summary.made
    assert written(whole[0]) == written(tmp_path)


def test_a_bug_over_one_article_is_told_and_tried_again(sources, tmp_path, monkeypatch):
    own = jobs.api.dump

    def buggy(campaign):
        if campaign.title.value == "Raid on Verre":
            raise RecursionError("too deep")
        return own(campaign)

    monkeypatch.setattr(jobs.api, "dump", buggy)
    assert 2 == batch(tmp_path, sources, recipes=DECK).published
    assert any("RecursionError" in why for row in rows(tmp_path, "refused") for why in row["why"])
    monkeypatch.undo()
    assert 3 == batch(tmp_path, sources, recipes=DECK).published


def held(out):
    """All that the store of a batch holds."""
    store = Store(out / NAME)
    lines = list(store.db.iterdump())
    store.close()
    return lines


def test_a_rehearsal_writes_nothing(made, sources, tmp_path):
    before = held(made)
    (made / "raid-on-verre" / "raid-on-verre.apkg").unlink()
    assert ["make  raid-on-verre"] == list(rehearse(Plan(find([str(sources)]), made, RECIPES)))
    assert before == held(made)
    new = Plan(find([str(sources)]), tmp_path / "new", RECIPES)
    assert 4 == len(list(rehearse(new)))
    assert not (tmp_path / "new").exists()


def test_two_batches_do_not_write_into_one_folder(made, sources):
    store = Store(made / NAME)
    with pytest.raises(QuizgenError) as err:
        batch(made, sources)
    assert "B102" == err.value.diagnostics[0].code
    store.close()


def test_a_store_that_is_none_is_told(sources, tmp_path):
    (tmp_path / NAME).write_bytes(b"something else" * 100)
    with pytest.raises(QuizgenError) as err:
        batch(tmp_path, sources)
    assert "B101" == err.value.diagnostics[0].code


def test_campaigns_with_few_core_facts_are_not_published(made, sources):
    few = sorted(row["core"] for row in rows(made))
    summary = batch(made, sources, min_core=few[-1])
    assert few.count(few[-1]) == summary.published
    assert any("fewer than" in why for row in rows(made, "refused") for why in row["why"])


def test_what_is_no_longer_among_the_sources_stays_until_it_is_pruned(made, sources):
    files = [sources / "Siege of Orlam.wiki"]
    assert 2 == batch(made, *files).gone
    assert (made / "raid-on-verre" / "raid-on-verre.apkg").is_file()
    assert ["Siege of Orlam"] == [row["title"] for row in rows(made)]
    assert 2 == batch(made, *files, prunes=True).gone
    assert not (made / "raid-on-verre").exists()
    assert 0 == batch(made, *files).gone


def guids(out):
    """The GUIDs of all notes of the one page in the store's ledger, and the days on which they were last changed."""
    store = Store(out / NAME)
    ((key,),) = store.db.execute("SELECT key FROM ledgers").fetchall()
    _, text = store.ledger(key)
    store.close()
    ledger = jobs.ledger_yaml.load(text, "x", jobs.schema())
    return {entry.guid for entry in ledger.live()}, {entry.revised for entry in ledger.live()}


def test_a_renamed_page_keeps_its_cards(tmp_path):
    for title in ("Siege of Orlam", "Battle of Orlam"):
        (tmp_path / f"{title}.xml").write_text(export((title, article(title, 1704))))
    batch(tmp_path / "out", tmp_path / "Siege of Orlam.xml", recipes=DECK)
    before, _ = guids(tmp_path / "out")
    batch(tmp_path / "out", tmp_path / "Battle of Orlam.xml", recipes=DECK, revised="2026-11-28")
    after, days = guids(tmp_path / "out")
    assert before
    assert before == after
    assert "2026-11-28" in days
    assert ["battle-of-orlam"] == [path.name for path in (tmp_path / "out").iterdir() if path.is_dir()]


def test_a_release_before_the_last_one_is_refused(made, sources):
    with pytest.raises(QuizgenError) as err:
        batch(made, sources, revised="1999-01-01")
    assert "L102" == err.value.diagnostics[0].code


def test_two_pages_of_one_name_have_folders_of_their_own(tmp_path):
    (tmp_path / "e.xml").write_text(
        export(("Siege of Orlam", article("Siege of Orlam", 1704)), ("Siege of ORLAM", article("Siege of Orlam", 1711)))
    )
    batch(tmp_path / "out", tmp_path / "e.xml", recipes=DECK)
    names = [row["files"][0]["file"] for row in rows(tmp_path / "out")]
    assert 2 == len({name.casefold() for name in names})


def test_of_two_sources_of_one_page_the_later_revision_is_made(sources, tmp_path):
    (tmp_path / "old.xml").write_text(export(("Siege of Orlam", article("Siege of Orlam", 1704))))
    (tmp_path / "new.xml").write_text(export(("Siege of Orlam", article("Siege of Orlam", 1708))).replace("<id>9100<", "<id>9500<"))
    for out, files in (("a", ("old.xml", "new.xml")), ("b", ("new.xml", "old.xml"))):
        batch(tmp_path / out, *(tmp_path / file for file in files), recipes=DECK)
        assert ["1708-05-05/1708-06-09"] == [row["date"] for row in rows(tmp_path / out)]
        assert "another source gives the page" in rows(tmp_path / out, "refused")[0]["why"][0]


def test_a_campaign_is_asked_beside_its_siblings_as_all_of_them_are_together(tmp_path):
    """MARN and KELL lend each other wrong options, and one of the two is asked which began first."""
    campaigns = [api.read(str(ROOT / path)).campaign for path in (MARN, KELL)]
    alone = world.load(
        campaigns[0], world.outline(campaigns[1]), lent={campaigns[1].id: jobs.lendable(world.load(campaigns[1]), campaigns[1])}
    )
    together = {item for item in asking.ask(world.load(*campaigns))[0] if item.campaign == campaigns[0].id}
    assert together == set(asking.ask(alone, alone.campaigns[0])[0])


def packed(path):
    """The names of the decks in a package that hold notes, with how many."""
    import sqlite3
    import tempfile
    import zipfile

    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as archive:
        db = sqlite3.connect(archive.extract("collection.anki2", folder))
        decks = json.loads(db.execute("SELECT decks FROM col").fetchone()[0])
        counts = db.execute("SELECT did, count(DISTINCT nid) FROM cards GROUP BY did").fetchall()
        db.close()
    return {decks[str(did)]["name"]: count for did, count in counts}


def test_a_war_is_one_package_with_its_campaigns_as_subdecks(sources, tmp_path):
    summary = batch(tmp_path, sources, recipes=DECK, is_grouped=True)
    assert 3 == summary.published
    assert {f"Vale War::{title}" for title in TITLES} == set(packed(tmp_path / "vale-war.apkg"))
    assert ["vale-war.apkg"] * 3 == [row["files"][0]["file"] for row in rows(tmp_path)]
    stamp = (tmp_path / "vale-war.apkg").stat().st_mtime_ns
    batch(tmp_path, sources, recipes=DECK, is_grouped=True)
    assert stamp == (tmp_path / "vale-war.apkg").stat().st_mtime_ns
    batch(tmp_path, sources, recipes=DECK)
    assert not (tmp_path / "vale-war.apkg").exists()


def test_the_engine_here_is_like_any_other():
    assert [(1, -1), (2, -2)] == list(INLINE.run(int.__neg__, [1, 2], None))
