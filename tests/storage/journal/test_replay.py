from quickdesk.storage.journal.record import Header, Journal, Record, Replay, replay

HEADER = Header("plain", 1, 0, b"0" * 32)


def of(before_next: int | None, *records: tuple[int, int]) -> tuple[list[int], int, int]:
    journal = Journal(HEADER, tuple(Record(seq, synced, [("d", "t", str(seq))]) for seq, synced in records))
    result: Replay = replay(journal, before_next)
    return [int(ops[0][2]) for ops in result.transactions], result.last, result.lost


def test_whole() -> None:
    assert of(None) == ([], 0, 0)
    assert of(None, (1, 0), (2, 1), (3, 2)) == ([1, 2, 3], 3, 0)
    assert of(3, (1, 0), (2, 1), (3, 2)) == ([1, 2, 3], 3, 0)


def test_a_hole_below_the_mark_is_damage_and_what_follows_is_kept() -> None:
    assert of(None, (1, 0), (3, 2), (4, 3)) == ([1, 3, 4], 4, 1)
    assert of(None, (4, 3)) == ([4], 4, 3)
    assert of(4, (1, 0), (3, 0), (4, 0)) == ([1, 3, 4], 4, 1)


def test_a_hole_above_the_mark_is_an_unfinished_write_and_nothing_after_it_counts() -> None:
    assert of(None, (1, 0), (2, 1), (4, 1), (5, 1)) == ([1, 2], 2, 0)
    assert of(None, (2, 0)) == ([], 0, 0)


def test_a_hole_across_the_mark_is_both() -> None:
    assert of(None, (1, 0), (5, 2)) == ([1], 2, 1)


def test_what_the_next_journal_does_not_count_was_undone() -> None:
    assert of(2, (1, 0), (2, 1), (3, 2)) == ([1, 2], 2, 0)
    assert of(0, (1, 0)) == ([], 0, 0)


def test_what_the_next_journal_counts_and_is_gone_is_lost() -> None:
    assert of(3, (1, 0)) == ([1], 3, 2)


def test_the_same_record_twice_counts_once() -> None:
    assert of(None, (1, 0), (1, 0), (2, 1)) == ([1, 2], 2, 0)
