"""The model in a process of its own: it answers, keeps vectors, and is not missed when it is gone."""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.suggest.meaning import KeptVectors, texts_of
from quickdesk.storage.disk import LocalDisk
from quickdesk.storage.search_cache.meaning_process import MeaningProcess, keep_vectors, kept_vectors
from tests.fakes.encoder import FakeEncoder

TEXTS = texts_of([Snippet("refund", "退款多久到账", "三天"), Snippet("parcel", "查物流进度", "在路上")])
LONG = 30.0
"""Seconds within which the process answers in any case."""


@pytest.fixture
def meanings(tmp_path: Path) -> Iterator[MeaningProcess]:
    made = MeaningProcess(tmp_path / "search", FakeEncoder)
    yield made
    made.close()


def answered(meanings: MeaningProcess, message: str) -> dict[str, float]:
    """Return the likeness of a message when all vectors are made."""
    found: dict[str, float] = {}
    while len(found) < len({each.snippet_id for each in TEXTS}):
        found = dict(meanings.likeness(message, LONG))
    return found


def test_it_answers_and_keeps_its_vectors(meanings: MeaningProcess, tmp_path: Path) -> None:
    assert meanings.likeness("退款") == {}
    meanings.use(TEXTS)
    found = answered(meanings, "退款多久能到账")
    assert found["refund"] > found["parcel"]
    meanings.use(TEXTS[:2])
    assert answered(meanings, "查物流")["parcel"] > 0
    while kept_vectors(LocalDisk(), tmp_path / "search", "fake") is None:
        meanings.likeness("退款", LONG)


def test_an_answer_that_is_late_is_none_and_does_not_answer_the_next(meanings: MeaningProcess) -> None:
    meanings.use(TEXTS)
    assert meanings.likeness("查物流进度", 0.0) == {}
    found = answered(meanings, "退款多久到账")
    assert found["refund"] == pytest.approx(1.0, abs=1e-2)


def test_a_process_that_ended_is_not_missed_and_started_again(meanings: MeaningProcess) -> None:
    meanings.use(TEXTS)
    answered(meanings, "退款")
    process = meanings._process
    assert process is not None
    process.kill()
    process.join()
    assert meanings.likeness("退款", LONG) == {}
    meanings.use(TEXTS)
    assert answered(meanings, "退款")["refund"] > 0


class _ThreadsEncoder(FakeEncoder):
    """Has the number of threads of numpy as its name."""

    name = property(lambda _: "threads " + os.environ.get("OPENBLAS_NUM_THREADS", ""))  # type: ignore[assignment]


def test_it_computes_on_one_thread_and_the_program_as_before(tmp_path: Path) -> None:
    before = dict(os.environ)
    meanings = MeaningProcess(tmp_path / "search", _ThreadsEncoder)
    meanings.use(TEXTS)
    assert dict(os.environ) == before
    while kept_vectors(LocalDisk(), tmp_path / "search", "threads 1") is None:
        meanings.likeness("退款", LONG)
    meanings.close()


def test_after_closing_nothing_is_started(meanings: MeaningProcess) -> None:
    meanings.close()
    meanings.use(TEXTS)
    assert meanings.likeness("退款") == {}
    assert meanings._process is None


def test_kept_vectors_of_another_model_or_damaged_ones_are_ignored(tmp_path: Path) -> None:
    disk, folder = LocalDisk(), tmp_path / "search"
    vectors = KeptVectors(np.zeros((2, 16), np.uint8), np.ones((2, 4), np.float16))
    keep_vectors(disk, folder, "fake", vectors)
    kept = kept_vectors(disk, folder, "fake")
    assert kept is not None
    assert np.array_equal(kept.vectors, vectors.vectors)
    assert kept_vectors(disk, folder, "other") is None
    file = folder / "meaning.npz"
    whole = file.read_bytes()
    for damaged in (whole[: len(whole) // 2], b"", b"PK\x03\x04", whole[:-30] + b"\xff" * 30):
        file.write_bytes(damaged)
        assert kept_vectors(disk, folder, "fake") is None


def test_a_deleted_data_folder_is_not_created_again(tmp_path: Path) -> None:
    gone = tmp_path / "gone" / "search"
    keep_vectors(
        LocalDisk(), gone, "fake", KeptVectors(np.zeros((0, 16), np.uint8), np.zeros((0, 4), np.float16))
    )
    assert not gone.parent.exists()
