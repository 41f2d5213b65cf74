import json
from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.exchange.formats import read
from quickdesk.exchange.parsed import (
    Format,
    ImportNote,
    ImportRecord,
    ParsedFile,
    Place,
    RefusalReason,
    RefusedRecord,
)
from quickdesk.exchange.plan import ImportPlan, plan, scope_of, still_holds
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.replies.validation import FlawKind
from tests.exchange.records import record

HERE = Place("a.csv", 2, 2)


@pytest.fixture
def new_id() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"n{next(numbers)}"


def parsed(*records: ImportRecord, refused: tuple[RefusedRecord, ...] = ()) -> ParsedFile:
    return ParsedFile(records, refused, Format.CSV)


def entry(title: str, body: str, **more: object) -> ImportRecord:
    return record(title, body, HERE, **more)  # type: ignore[arg-type]


def after(existing: list[Snippet], done: ImportPlan) -> list[Snippet]:
    """Return the library after the plan was applied."""
    library = {snippet.id: snippet for snippet in (*existing, *done.change.put)}
    return list(library.values())


def test_what_is_not_there_is_new(new_id: Callable[[], str]) -> None:
    done = plan([parsed(entry("t", "b", code="c", folder=("f",), tags=("g",)))], [], new_id)
    assert done.new == (Snippet("n1", "t", "b", "c", ("f",), ("g",)),)
    assert done.change == Change(put=done.new)


def test_equal_is_same_and_equal_records_are_one(new_id: Callable[[], str]) -> None:
    old = Snippet("1", "t", "b")
    done = plan([parsed(entry("t", "b"), entry("t", "b"), entry("x", "y"), entry("x", "y"))], [old], new_id)
    assert [one.id for one in done.same] == ["1", "1", "n1"]
    assert [one.id for one in done.new] == ["n1"]


def test_same_title_and_folder_with_other_content_is_changed_and_keeps_its_id(
    new_id: Callable[[], str],
) -> None:
    old = Snippet("1", "t", "b", folder=("f",))
    done = plan([parsed(entry("t", "c", folder=("f",)), entry("t", "c"))], [old], new_id)
    assert [(one.before, one.after.id, one.after.body) for one in done.changed] == [(old, "1", "c")]
    assert [one.folder for one in done.new] == [()]


def test_several_with_one_title_are_paired_in_order_around_what_is_the_same(
    new_id: Callable[[], str],
) -> None:
    old = [Snippet("1", "t", "a"), Snippet("2", "t", "b"), Snippet("3", "t", "c")]
    done = plan([parsed(entry("t", "x"), entry("t", "b"), entry("t", "y"), entry("t", "z"))], old, new_id)
    assert [(one.after.id, one.after.body) for one in done.changed] == [("1", "x"), ("3", "y")]
    assert [one.body for one in done.new] == ["z"]


def test_a_code_identifies_nothing(new_id: Callable[[], str]) -> None:
    done = plan([parsed(entry("t", "b", code="c"))], [Snippet("1", "u", "v", "c")], new_id)
    assert len(done.new) == 1


def unfiled(title: str, body: str, *, code: str | None = None) -> ImportRecord:
    """Return a record of a file without folders."""
    return record(title, body, HERE, code=code)


def test_a_file_without_folders_changes_the_only_reply_that_it_can_mean(new_id: Callable[[], str]) -> None:
    filed = Snippet("1", "退货", "旧", "th", ("售后",))
    done = plan([parsed(unfiled("退货", "新", code="th"))], [filed], new_id)
    assert [(one.before.id, one.after) for one in done.changed] == [
        ("1", Snippet("1", "退货", "新", "th", ("售后",)))
    ]
    assert done.new == ()


def test_of_several_replies_with_a_title_the_one_with_the_code_is_meant(new_id: Callable[[], str]) -> None:
    some = [Snippet("1", "退货", "旧", "th", ("售后",)), Snippet("2", "退货", "旧", "th2", ("售前",))]
    assert [
        one.after.id for one in plan([parsed(unfiled("退货", "新", code="TH2"))], some, new_id).changed
    ] == ["2"]
    assert [one.id for one in plan([parsed(unfiled("退货", "新"))], some, new_id).new] == ["n1"]


def test_a_file_with_codes_but_without_titles_changes_the_reply_with_the_code(
    new_id: Callable[[], str],
) -> None:
    filed = Snippet("1", "退货", "旧", "th", ("售后",))
    (found,) = read("a.csv", "快捷键,内容\nth,新\n".encode()).records
    done = plan([parsed(found)], [filed], new_id)
    assert [one.after for one in done.changed] == [Snippet("1", "退货", "新", "th", ("售后",))]
    again = plan([parsed(found)], after([filed], done), new_id)
    assert (again.new, again.changed, len(again.same)) == ((), (), 1)


def test_two_records_do_not_change_the_same_reply(new_id: Callable[[], str]) -> None:
    filed = Snippet("1", "退货", "旧", folder=("售后",))
    done = plan([parsed(unfiled("退货", "甲"), unfiled("退货", "乙"))], [filed], new_id)
    assert (len(done.changed), len(done.new)) == (1, 1)


def test_placeholders_of_what_changes_are_counted(new_id: Callable[[], str]) -> None:
    text = "标题,内容\na,[订单号] [订单号]\nb,[订单号][微笑]\nc,d\n"
    done = plan([read("a.csv", text.encode())], [Snippet("1", "c", "d")], new_id)
    assert [(one.written, one.field, count) for one, count in done.placeholders] == [
        ("[订单号]", "{订单号}", 2),
        ("[微笑]", "", 1),
    ]


def test_fields_that_the_file_does_not_have_stay_as_they_are(new_id: Callable[[], str]) -> None:
    old = Snippet("1", "t", "b", "mine", tags=("x", "own"))
    assert plan([parsed(entry("t", "b"))], [old], new_id).same == (old,)
    assert plan([parsed(entry("t", "b", tags=("x",), adds_tags=True))], [old], new_id).same == (old,)
    (changed,) = plan([parsed(entry("t", "c", tags=("y",), adds_tags=True))], [old], new_id).changed
    assert changed.after == Snippet("1", "t", "c", "mine", tags=("x", "own", "y"))
    (changed,) = plan([parsed(entry("t", "b", code="", tags=()))], [old], new_id).changed
    assert changed.after == Snippet("1", "t", "b")


def test_an_export_without_a_field_leaves_it_as_it_is(new_id: Callable[[], str]) -> None:
    old = Snippet("1", "t", "b", "mine", ("f",), ("x",))
    done = plan([parsed(entry("t", "c", snippet_id="1"))], [old], new_id)
    assert [one.after for one in done.changed] == [Snippet("1", "t", "c", "mine", ("f",), ("x",))]
    assert plan([parsed(entry("t", "b", snippet_id="1"))], [old], new_id).same == (old,)


def test_our_own_id_decides(new_id: Callable[[], str]) -> None:
    old = [Snippet("1", "t", "b"), Snippet("2", "u", "v")]
    records = (
        entry("other", "b", snippet_id="1", code="", tags=()),
        entry("u", "v", snippet_id="2", code="", tags=()),
        entry("t", "b", snippet_id="9", code="", tags=()),
    )
    done = plan([parsed(*records)], old, new_id)
    assert [one.after for one in done.changed] == [Snippet("1", "other", "b")]
    assert done.same == (old[1],)
    assert done.new == (Snippet("9", "t", "b"),)


def test_an_unknown_id_with_existing_content_adds_no_duplicate(new_id: Callable[[], str]) -> None:
    done = plan([parsed(entry("t", "b", snippet_id="9", code="", tags=()))], [Snippet("1", "t", "b")], new_id)
    assert [one.id for one in done.same] == ["1"]


def test_content_is_not_matched_to_a_snippet_that_its_own_id_changes(new_id: Callable[[], str]) -> None:
    records = (
        entry("t", "b", snippet_id="9", code="", tags=()),
        entry("t", "z", snippet_id="1", code="", tags=()),
    )
    done = plan([parsed(*records)], [Snippet("1", "t", "b")], new_id)
    assert sorted(one.body for one in after([], done)) == ["b", "z"]


def test_repeated_ids_must_have_equal_content(new_id: Callable[[], str]) -> None:
    first = entry("t", "b", snippet_id="9", code="", tags=())
    done = plan([parsed(first, first, entry("t", "x", snippet_id="9", code="", tags=()))], [], new_id)
    assert len(done.new) == 1
    assert len(done.same) == 1
    assert [one.reason for one in done.refused] == [RefusalReason.REPEATED_ID]


def test_flawed_records_are_refused_with_flaw_and_place(new_id: Callable[[], str]) -> None:
    done = plan([parsed(entry("t", "{"), entry("", "b"), entry("ok", "\ud800"))], [], new_id)
    assert [one.reason for one in done.refused] == [RefusalReason.FLAWED] * 3
    assert [(one.flaw.field, one.flaw.kind) for one in done.refused if one.flaw] == [
        ("body", FlawKind.NOT_A_TEMPLATE),
        ("title", FlawKind.EMPTY),
        ("body", FlawKind.UNUSABLE_CHARACTER),
    ]
    assert done.change == Change()


def test_refused_entries_and_notes_are_passed_on(new_id: Callable[[], str]) -> None:
    refused = RefusedRecord(RefusalReason.NO_BODY, HERE, "x")
    noted = entry("t", "b", notes=(ImportNote.TITLE_FROM_BODY,))
    done = plan([parsed(noted, refused=(refused,))], [], new_id)
    assert done.refused == (refused,)
    assert [(one.title, one.notes) for one in done.notes] == [("t", (ImportNote.TITLE_FROM_BODY,))]


small = st.sampled_from(["a", "b"])
records = st.lists(
    st.builds(
        entry,
        small,
        small,
        code=st.none() | small,
        tags=st.none() | st.lists(small, max_size=2, unique=True).map(tuple),
        snippet_id=st.sampled_from(["", "", "1", "2"]),
        adds_tags=st.booleans(),
    ),
    max_size=6,
)
libraries = st.lists(st.tuples(small, small, st.sampled_from(["", "a"])), max_size=4).map(
    lambda rows: [Snippet(str(at), title, body, code) for at, (title, body, code) in enumerate(rows, start=1)]
)


@given(records, libraries)
@settings(max_examples=100)
def test_every_record_is_counted_once_and_no_snippet_is_changed_twice(
    found: list[ImportRecord], existing: list[Snippet]
) -> None:
    numbers = count(1)
    done = plan([parsed(*found)], existing, lambda: f"n{next(numbers)}")
    assert len(done.new) + len(done.changed) + len(done.same) + len(done.refused) == len(found)
    put = [snippet.id for snippet in done.change.put]
    assert len(put) == len(set(put))


@given(st.lists(st.builds(entry, small, small, code=st.none() | small), max_size=6), libraries)
@settings(max_examples=100)
def test_the_same_file_twice_changes_nothing(found: list[ImportRecord], existing: list[Snippet]) -> None:
    numbers = count(1)
    first = plan([parsed(*found)], existing, lambda: f"n{next(numbers)}")
    second = plan([parsed(*found)], after(existing, first), lambda: f"n{next(numbers)}")
    assert (second.new, second.changed) == ((), ())


others = st.builds(
    Snippet, st.sampled_from("12345"), st.sampled_from("abz"), small, st.sampled_from(["", "a"])
)


@given(records, libraries, st.sets(st.sampled_from("1234")), st.lists(others, max_size=3))
@settings(max_examples=200)
def test_a_plan_that_still_holds_is_the_one_that_would_be_made_now(
    found: list[ImportRecord], before: list[Snippet], gone: set[str], put: list[Snippet]
) -> None:
    def made(library: list[Snippet]) -> ImportPlan:
        numbers = count(1)
        return plan([parsed(*found)], library, lambda: f"n{next(numbers)}")

    changed = {one.id: one for one in put}
    kept = {one.id: one for one in before if one.id not in gone - changed.keys()}
    now = list({**kept, **changed}.values())
    planned = made(before)
    scope = scope_of(planned, [parsed(*found)])
    assert still_holds(scope, before, list(before))
    if still_holds(scope, before, now):
        again = made(now)
        assert (again.change, again.refused, len(again.same)) == (
            planned.change,
            planned.refused,
            len(planned.same),
        )


@pytest.mark.parametrize(
    ("now", "holds"),
    [
        ([], False),
        ([Snippet("1", "t", "other")], False),
        ([Snippet("1", "t", "b"), Snippet("9", "u", "any")], False),
        ([Snippet("1", "t", "b"), Snippet("9", "elsewhere", "any")], True),
    ],
)
def test_a_plan_holds_until_something_in_its_scope_changes(
    now: list[Snippet], *, holds: bool, new_id: Callable[[], str]
) -> None:
    before = [Snippet("1", "t", "b")]
    parsed_files = [parsed(entry("t", "c"), entry("u", "d"))]
    planned = plan(parsed_files, before, new_id)
    assert (len(planned.changed), len(planned.new)) == (1, 1)
    assert still_holds(scope_of(planned, parsed_files), before, now) == holds


LIST = "# 售后\n\n### 1. 退货\n\n```\n请寄回。\n```\n\n### 2. 换货\n\n```\n可以换。\n```\n".encode()


@pytest.mark.parametrize(
    ("first", "then"), [("店铺/shouhou.md", "shouhou.md"), ("shouhou.md", "店铺/shouhou.md")]
)
def test_a_file_is_the_same_alone_and_in_its_folder(first: str, then: str, new_id: Callable[[], str]) -> None:
    there = list(plan([read(first, LIST)], [], new_id).new)
    assert len(there) == 2
    again = plan([read(then, LIST)], there, new_id)
    assert (again.new, again.changed, len(again.same)) == ((), (), 2)


def test_other_content_or_another_folder_is_not_a_move(new_id: Callable[[], str]) -> None:
    old = Snippet("1", "t", "b", folder=("x", "f"))
    for other in (entry("t", "c", folder=("f",)), entry("t", "b", folder=("g",)), entry("u", "b")):
        assert len(plan([parsed(other)], [old], new_id).new) == 1


def test_one_reply_in_two_folders_stays_two(new_id: Callable[[], str]) -> None:
    twice = parsed(entry("t", "b", folder=("f",)), entry("t", "b", folder=("x", "f")))
    there = list(plan([twice], [], new_id).new)
    assert len(there) == 2
    again = plan([twice], there, new_id)
    assert (again.new, [one.id for one in again.same]) == ((), [one.id for one in there])
    half = plan([twice], there[:1], new_id)
    assert len(half.new) == 1, "a reply that matches another record is not matched with this one"


MANY = [f"第{number}问" for number in range(10_000)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", json.dumps([{"title": "t", "text": "b", "asks": MANY}])),
        ("a.csv", "标题,内容,问法\nt,b," + "；".join(MANY)),
        ("a.md", "## t\n**问法：** " + "；".join(MANY) + "\n```\nb\n```"),
    ],
)
def test_ten_thousand_asks_refuse_their_reply_with_the_number_allowed(name: str, content: str) -> None:
    planned = plan([read(name, content.encode())], [], lambda: "new")
    (refused,) = planned.refused
    assert planned.new == ()
    assert refused.flaw is not None
    assert (refused.flaw.field, refused.flaw.kind, refused.flaw.position) == ("asks", FlawKind.TOO_MANY, 200)
