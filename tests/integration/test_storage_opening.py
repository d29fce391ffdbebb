"""Which files are opened, which are refused untouched, and how an old one becomes a new one."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from advocacy_desktop.bootstrap import open_profile
from advocacy_desktop.domain.errors import BugError, ErrorCode, KnownError
from advocacy_desktop.infrastructure import migrations, opening
from advocacy_desktop.infrastructure.paths import Profile
from advocacy_desktop.infrastructure.schema_version import APPLICATION_ID, SCHEMA_VERSION
from support.storage_examples import NOON, StillClock, a_draft, a_source, a_suggestion, opened

STEP = """
from alembic import op
revision = "{number:04d}"
down_revision = "{before:04d}"

def upgrade() -> None:
{body}
"""


def plain(path: Path) -> closing[sqlite3.Connection]:
    """The file as any other program sees it."""
    return closing(sqlite3.connect(path, isolation_level=None))


def value(path: Path, query: str) -> object:
    with plain(path) as connection:
        return connection.execute(query).fetchone()[0]


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the migrations, to which a test adds steps of a future version."""
    folder = tmp_path / "100 % of the steps"
    shutil.copytree(migrations.SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrations, "SCRIPTS", folder)
    return folder / "versions"


def add_step(steps: Path, number: int, *statements: str) -> None:
    body = "".join(f"    op.execute({statement!r})\n" for statement in statements)
    text = STEP.format(number=number, before=number - 1, body=body)
    (steps / f"{number:04d}_step.py").write_text(text)


def filled(folder: Path) -> Path:
    """A file of the present version with something in it."""
    with opened(folder) as store, store.write() as it:
        it.sources.add(a_source())
        it.suggestions.add(a_suggestion("one", "Kept through everything"))
        it.drafts.add(a_draft())
    return folder / "profile.sqlite"


def test_a_new_file_bears_our_mark_and_version(tmp_path: Path) -> None:
    with opened(tmp_path / "new" / "folder") as store:
        assert store.backup_daily().exists()
    path = tmp_path / "new" / "folder" / "profile.sqlite"
    assert value(path, "PRAGMA application_id") == APPLICATION_ID
    assert value(path, "PRAGMA user_version") == SCHEMA_VERSION
    assert value(path, "PRAGMA journal_mode") == "wal"
    assert value(path, "PRAGMA integrity_check") == "ok"


def test_the_migrations_make_exactly_the_tables_that_the_program_uses(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlalchemy import create_engine

    from advocacy_desktop.infrastructure.tables import metadata

    path = filled(tmp_path)
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_table})
        assert compare_metadata(context, metadata) == []
        names = {row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_schema")}
    engine.dispose()
    assert {table.name for table in metadata.sorted_tables} <= names


def _is_table(name: str | None, kind: str, _parents: object) -> bool:
    return not (kind == "table" and str(name).startswith("suggestion_search"))


def test_schema_version_is_that_of_the_newest_step() -> None:
    newest = max((migrations.SCRIPTS / "versions").glob("*.py"))
    assert int(newest.name[:4]) == SCHEMA_VERSION


def test_a_file_of_this_version_is_opened_without_alembic(tmp_path: Path) -> None:
    filled(tmp_path)
    script = (
        "import sys; from pathlib import Path\n"
        "from support.storage_examples import opened\n"
        f"with opened(Path({str(tmp_path)!r})) as store:\n"
        "    with store.read() as it: assert it.suggestions.get('one')\n"
        "print('alembic' in sys.modules, 'sqlalchemy' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": ":".join(map(str, sys.path[:4])) + ":tests:."},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["False", "True"]


def test_an_older_file_is_copied_with_the_date_and_then_migrated(
    tmp_path: Path, steps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path)
    add_step(steps, 2, "CREATE TABLE second (x TEXT)", "INSERT INTO second VALUES ('there')")
    add_step(steps, 3, "ALTER TABLE second ADD COLUMN y TEXT")
    monkeypatch.setattr(opening, "SCHEMA_VERSION", 3)

    with opened(tmp_path, clock=StillClock(NOON)) as store, store.read() as it:
        kept = it.suggestions.get("one")
        assert kept is not None and kept.content.title == "Kept through everything"

    assert value(path, "PRAGMA user_version") == 3
    assert value(path, "SELECT x FROM second WHERE y IS NULL") == "there"
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.name == "profile-schema-1-2026-03-02-120000.sqlite"
    assert value(copy, "PRAGMA user_version") == 1
    assert value(copy, "SELECT title FROM suggestions") == "Kept through everything"
    assert value(copy, "PRAGMA integrity_check") == "ok"


def test_a_step_that_fails_leaves_the_file_at_the_step_before(
    tmp_path: Path, steps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path)
    add_step(steps, 2, "CREATE TABLE second (x TEXT)")
    add_step(steps, 3, "CREATE TABLE third (x TEXT)", "DELETE FROM drafts", "THIS IS NO SQL")
    monkeypatch.setattr(opening, "SCHEMA_VERSION", 3)

    with pytest.raises(BugError), opened(tmp_path):
        pass

    assert value(path, "PRAGMA user_version") == 2
    names = "SELECT group_concat(name) FROM sqlite_schema WHERE name IN ('second', 'third')"
    assert value(path, names) == "second"
    assert value(path, "SELECT count(*) FROM drafts") == 1


def test_a_step_that_breaks_a_reference_is_taken_back(
    tmp_path: Path, steps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path)
    add_step(steps, 2, "DELETE FROM sources")
    monkeypatch.setattr(opening, "SCHEMA_VERSION", 2)

    with pytest.raises(BugError) as caught, opened(tmp_path):
        pass

    assert caught.value.code == "migration_broke_references"
    assert caught.value.data["tables"] == ["suggestions"]
    assert value(path, "PRAGMA user_version") == 1
    assert value(path, "SELECT count(*) FROM sources") == 1


def test_a_first_start_that_was_cut_short_is_begun_again(tmp_path: Path) -> None:
    path = tmp_path / "profile.sqlite"
    with plain(path) as connection:  # what Alembic does before its first step
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    with opened(tmp_path) as store, store.read() as it:
        assert it.sources.all() == []


def refusal(folder: Path) -> KnownError:
    """The refusal of the file in that folder, which must be as it was to the last byte."""
    path = folder / "profile.sqlite"
    before = path.read_bytes()
    with pytest.raises(KnownError) as caught, opened(folder):
        pass
    assert path.read_bytes() == before
    assert not (folder / "backups").exists()
    assert caught.value.data["path"] == str(path)
    return caught.value


def test_a_file_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with plain(path) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 6}")
    error = refusal(tmp_path)
    assert error.code == ErrorCode.STORAGE_NEWER
    assert (error.data["found"], error.data["known"]) == (SCHEMA_VERSION + 6, SCHEMA_VERSION)


@pytest.mark.parametrize(
    "mark", ["PRAGMA application_id = 7", "PRAGMA user_version = 1", "SELECT 1"]
)
def test_a_database_of_another_program_is_refused(tmp_path: Path, mark: str) -> None:
    with plain(tmp_path / "profile.sqlite") as connection:
        connection.execute("CREATE TABLE theirs (x)")
        connection.execute(mark)
    assert refusal(tmp_path).code == ErrorCode.STORAGE_FOREIGN


@pytest.mark.parametrize("content", [b"Dear diary, " * 99, b"\0" * 8192, b"x"])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "profile.sqlite").write_bytes(content)
    assert refusal(tmp_path).code == ErrorCode.STORAGE_CORRUPT


def test_a_damaged_database_is_refused(tmp_path: Path) -> None:
    path = filled(tmp_path)
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * 4000 + content[4100:])
    assert refusal(tmp_path).code == ErrorCode.STORAGE_CORRUPT


def test_damage_in_the_middle_is_found_after_a_bad_end(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with plain(path) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'deliveries'"
        ).fetchone()
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("INSERT INTO settings VALUES ('a', 'b')")
        left = path.with_name("left-wal")
        shutil.copy(path.with_name("profile.sqlite-wal"), left)
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : (page - 1) * 4096 + 64] = b"\xff" * 64
    path.write_bytes(content)
    left.replace(path.with_name("profile.sqlite-wal"))  # as after kill -9
    assert refusal(tmp_path).code == ErrorCode.STORAGE_CORRUPT


def test_damage_met_while_reading_is_told_as_such(tmp_path: Path) -> None:
    path = filled(tmp_path)
    page = value(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'drafts'")
    assert isinstance(page, int)
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    with opened(tmp_path) as store:
        with pytest.raises(KnownError) as caught, store.read() as it:
            it.drafts.get("draft")
        assert caught.value.code == ErrorCode.STORAGE_CORRUPT


def test_daily_copies_are_made_once_a_day_and_the_oldest_dropped(tmp_path: Path) -> None:
    clock = StillClock()
    with opened(tmp_path, clock=clock) as store:
        for day in range(5):
            clock.moment = NOON + timedelta(days=day)
            with store.write() as it:
                it.settings.set("day", str(day))
            copy = store.backup_daily(keep=3)
            with store.write() as it:
                it.settings.set("day", "evening")
            assert store.backup_daily(keep=3) == copy
            assert value(copy, "SELECT value FROM settings") == str(day)
    names = sorted(path.name for path in (tmp_path / "backups").iterdir())
    assert names == [f"profile-daily-2026-03-{day:02d}.sqlite" for day in (4, 5, 6)]


def test_a_copy_can_take_the_place_of_the_file(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with opened(tmp_path) as store:
        copy = store.backup_daily()
    copy.replace(path)
    with opened(tmp_path) as store, store.read() as it:
        assert it.drafts.get("draft") == a_draft()


def test_a_clean_end_leaves_one_file(tmp_path: Path) -> None:
    filled(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["profile.sqlite"]


def test_a_folder_that_cannot_be_made_is_told_like_any_other_trouble(tmp_path: Path) -> None:
    in_the_way = tmp_path / "in-the-way"
    in_the_way.write_text("a file")
    with pytest.raises(KnownError) as told:
        open_profile(Profile.at(in_the_way / "profile"), "en")
    assert told.value.data["path"] == str(in_the_way / "profile")
