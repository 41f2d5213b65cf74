"""Large transactions are written and read in pieces, and say the same as at once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.storage.document import to_json
from quickdesk.storage.journal.record import Header, Record, delete, encode_header, encode_record, put, read

HEADER = Header("plain", 1, 0, b"%032x" % 7)
TEXTS = st.text(st.sampled_from('a\t\n\\"],[文\ud800\0'), max_size=6)


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, max_size=8), st.sampled_from([0, 1, 255, 256, 257, 511, 512, 513, 1000]))
def test_a_transaction_of_any_size_is_read_as_it_was_written(texts: list[str], size: int) -> None:
    ops = [put("t", str(number), {"text": "".join(texts)}) for number in range(size)]
    records = [Record(1, 0, [*ops, delete("t", "1")]), Record(2, 1, [put("t", "5", {"b": texts})])]
    raw = encode_header(HEADER) + b"".join(encode_record(HEADER, each) for each in records)
    found = read(raw).records
    assert [(each.seq, each.synced, [tuple(op) for op in each.ops]) for each in found] == [
        (each.seq, each.synced, [tuple(op) for op in each.ops]) for each in records
    ]


def test_one_that_was_written_at_once_by_an_earlier_version_is_read() -> None:
    ops = [put("t", str(number), {"a\tb": 1}) for number in range(600)]
    new = encode_record(HEADER, Record(1, 0, ops))
    mac, _, body = new.strip(b"\n").partition(b" ")
    assert body.replace(b"\t", b"") == to_json([1, 0, ops])
    assert len(read(encode_header(HEADER) + new).records) == 1
    damaged = new.replace(mac, mac[::-1])
    assert read(encode_header(HEADER) + damaged).records == ()
