"""Where things are kept; nothing is made, or even looked at, by importing this."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

APP = "advocacy-desktop"


def _data_home() -> Path:
    """The folder of the operating system for a program's own files."""
    if sys.platform.startswith("linux"):
        # The XDG rule (a relative path is invalid and ignored), written out: platformdirs, which
        # the other systems need for their known folders, costs 10 ms at each start.
        chosen = Path(os.environ.get("XDG_DATA_HOME", ""))
        return (chosen if chosen.is_absolute() else Path.home() / ".local" / "share") / APP
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


@dataclass(frozen=True, slots=True)
class Profile:
    """One person's folder: database, pictures, backups, logs."""

    folder: Path
    is_default: bool = False

    @classmethod
    def default(cls, name: str = "") -> "Profile":
        """The person's normal profile, or another one of theirs by name."""
        if not name:
            return cls(_data_home(), is_default=True)
        if Path(name).name != name or name.startswith("."):
            raise ValueError(f"not a name for a profile: {name!r}")
        return cls(_data_home() / "profiles" / name)

    @classmethod
    def at(cls, folder: Path | str) -> "Profile":
        """A profile in any folder; it can be moved or copied as a whole."""
        return cls(Path(folder).expanduser().absolute())

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.folder / "advocacy.sqlite3"

    @property
    def media(self) -> Path:
        """Folder of pictures, by hash."""
        return self.folder / "media"

    @property
    def backups(self) -> Path:
        """Folder of dated copies of the database."""
        return self.folder / "backups"

    @property
    def logs(self) -> Path:
        """Folder of logs and crash notes."""
        return self.folder / "logs"

    @property
    def lock(self) -> Path:
        """File that only one running program holds."""
        return self.folder / "lock"

    @property
    def settings(self) -> Path:
        """File of window geometry and the like, read before the database is open."""
        return self.folder / "window.ini"

    def places(self) -> dict[str, Path]:
        """Every place by its name, for telling a person."""
        return {
            "folder": self.folder,
            "database": self.database,
            "media": self.media,
            "backups": self.backups,
            "logs": self.logs,
            "settings": self.settings,
        }

    def prepare(self) -> "Profile":
        """Make the folders, readable by this person only; call it before the first use."""
        for folder in (self.folder, self.media, self.backups, self.logs):
            # ``mode`` of mkdir counts for the last folder only: parents keep the usual rights.
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix":
            self.folder.chmod(0o700)
        return self

    def keyring_name(self) -> str:
        """What tells this profile's keyring entries from those of others; empty for the default.

        Drawn once and kept in the folder, so that a profile that was moved finds its secrets.
        """
        if self.is_default:
            return ""
        note = self.folder / "keyring-name"
        try:
            return note.read_text("utf-8").strip()
        except FileNotFoundError:
            self.prepare()
            import secrets  # loads the hash library: not at each start

            name = f"{self.folder.name}-{secrets.token_hex(4)}"
            try:
                with note.open("x", encoding="utf-8") as file:
                    file.write(name)
            except FileExistsError:  # Another process was faster: its word counts.
                return note.read_text("utf-8").strip()
            return name


def resource_root() -> Path:
    """Folder of ``i18n``, ``icons``, ``sample`` and ``guide``.

    In a checkout its own ``resources`` (what is edited is what is seen), else the package's copy.
    """
    package = Path(__file__).resolve().parents[1]
    checkout = package.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "resources").is_dir():
        return checkout / "resources"
    return package / "_resources"
