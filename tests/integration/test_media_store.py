"""Pictures are named by their bytes, whole or absent, and never outside their folder."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_desktop.domain.errors import BugError, ErrorCode, KnownError
from advocacy_desktop.infrastructure.media import FileMediaStore


@given(data=st.binary(max_size=2000))
def test_what_was_put_comes_back(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    media = FileMediaStore(tmp_path_factory.mktemp("media"))
    name = media.put(data)
    assert name == hashlib.sha256(data).hexdigest()
    assert media.has(name)
    assert media.read(name) == data
    assert media.path(name).read_bytes() == data


def test_files_lie_two_folders_deep_and_once(tmp_path: Path) -> None:
    media = FileMediaStore(tmp_path / "media")
    name = media.put(b"a picture")
    written = media.path(name).stat().st_mtime_ns
    assert media.put(b"a picture") == name
    assert media.path(name).stat().st_mtime_ns == written
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files == [tmp_path / "media" / name[:2] / name[2:4] / name]


def test_an_absent_picture_says_so(tmp_path: Path) -> None:
    media = FileMediaStore(tmp_path)
    assert not media.has("0" * 64)
    with pytest.raises(KnownError) as caught:
        media.read("0" * 64)
    assert caught.value.code == ErrorCode.FILE_NOT_READABLE


def test_a_damaged_picture_is_not_given_out_and_is_mended_by_the_next_put(tmp_path: Path) -> None:
    media = FileMediaStore(tmp_path)
    name = media.put(b"a picture")
    media.path(name).write_bytes(b"a pic")
    with pytest.raises(KnownError) as caught:
        media.read(name)
    assert caught.value.code == ErrorCode.FILE_NOT_READABLE
    assert caught.value.data["reason"] == "damaged"
    media.put(b"a picture")
    assert media.read(name) == b"a picture"


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_a_name_that_is_no_hash_is_our_mistake(tmp_path: Path, name: str) -> None:
    with pytest.raises(BugError):
        FileMediaStore(tmp_path).path(name)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "media").write_text("a file stands in the way")
    with pytest.raises(KnownError) as caught:
        FileMediaStore(tmp_path / "media").put(b"x")
    assert caught.value.code == ErrorCode.FILE_NOT_READABLE
