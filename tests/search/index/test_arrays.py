import pickle
from dataclasses import replace

from quickdesk.replies.snippet import Snippet
from quickdesk.search.index.arrays import BLOCK, build, bundle_stamp, from_mapping, stamp, to_mapping, version
from quickdesk.search.index.ranks import BORDER

REPLY = Snippet("r", "标题", "正文", "th", ("售后", "退货"), ("甲", "乙"))


def test_rows_begin_at_whole_blocks() -> None:
    arrays = build([REPLY, Snippet("s", "长" * 50, "")])
    for part in (arrays.head, arrays.body):
        assert all(start % BLOCK == 0 for start in part.start.tolist())
        assert len(part.blocks) * BLOCK == part.start[-1]


def test_a_digest_covers_all_that_is_indexed() -> None:
    others = [
        Snippet("x", "标题", "正文", "th", ("售后", "退货"), ("甲", "乙")),
        Snippet("r", "标题 ", "正文", "th", ("售后", "退货"), ("甲", "乙")),
        Snippet("r", "标题", "正文.", "th", ("售后", "退货"), ("甲", "乙")),
        Snippet("r", "标题", "正文", "", ("售后", "退货"), ("甲", "乙")),
        Snippet("r", "标题", "正文", "th", ("售后",), ("退货", "甲", "乙")),
        Snippet("r", "标题", "正文", "th", ("售后", "退货", "甲"), ("乙",)),
        replace(REPLY, asks=("几天到", "多久")),
        replace(REPLY, tags=("甲",), asks=("乙",)),
        replace(REPLY, asks=("几天到多久",)),
        Snippet("r", "标题", "\ud83d", "th", ("售后", "退货"), ("甲", "乙")),
    ]
    assert len({stamp(each) for each in (REPLY, *others)}) == 11
    assert len({bundle_stamp([each]) for each in (REPLY, *others)}) == 11
    assert stamp(REPLY) == stamp(pickle.loads(pickle.dumps(REPLY)))  # noqa: S301 - our own value


def test_a_row_without_asks_is_as_long_as_before() -> None:
    short, long = (
        build([Snippet("r", "标题", "正文", asks=asks)]) for asks in ((), ("几天到", "多久能到货"))
    )
    assert short.head.codes.tolist().count(BORDER) == 5
    assert long.head.codes.tolist().count(BORDER) == 7


def test_a_mapping_gives_the_same_arrays() -> None:
    arrays = build([REPLY])
    again = from_mapping(to_mapping(arrays), arrays.version)
    assert again.version == version()
    assert (again.head.codes == arrays.head.codes).all()
