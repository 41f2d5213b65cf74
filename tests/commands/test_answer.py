"""Requests and answers travel as JSON and come back as they were."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.commands.answer import Answer, Exit, Request, done, problem

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.text(), st.dictionaries(st.text(), JSON, max_size=4))
def test_a_request_survives_the_way(command: str, arguments: dict[str, object]) -> None:
    request = Request(command, arguments)
    assert Request.from_json(json.loads(json.dumps(request.to_json()))) == request


@given(st.sampled_from(Exit), JSON, st.text(), st.dictionaries(st.text(), JSON, max_size=4))
def test_an_answer_survives_the_way(
    exit_: Exit, data: object, problem_: str, facts: dict[str, object]
) -> None:
    answer = Answer(exit_, data, problem_, facts)
    assert Answer.from_json(json.loads(json.dumps(answer.to_json()))) == answer


@pytest.mark.parametrize(
    "message", [None, [], "find", {}, {"command": 7}, {"command": "find", "arguments": [1]}]
)
def test_what_is_no_request_is_refused(message: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        Request.from_json(message)


def test_the_exit_codes_are_the_contract() -> None:
    codes = {"DONE": 0, "FAILED": 1, "USAGE": 2, "NOT_FOUND": 3, "REFUSED": 4, "DATA": 5}
    assert {each.name: each.value for each in Exit} == codes
    assert (done(3).exit, done(3).data) == (Exit.DONE, 3)
    assert problem(Exit.REFUSED, "unfilled", names=["a"]).facts == {"names": ["a"]}
