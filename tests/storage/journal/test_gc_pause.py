"""The collector is paused while anybody makes very many objects, and is as before afterwards."""

import gc

from quickdesk.storage.journal.gc_pause import gc_paused, is_gc_paused


def test_it_is_paused_until_the_last_pause_ends() -> None:
    assert gc.isenabled()
    outer, inner = gc_paused(), gc_paused()
    outer.__enter__()
    inner.__enter__()
    outer.__exit__(None, None, None)
    assert (gc.isenabled(), is_gc_paused()) == (False, True)
    inner.__exit__(None, None, None)
    assert (gc.isenabled(), is_gc_paused()) == (True, False)


def test_a_collector_that_was_disabled_stays_so() -> None:
    gc.disable()
    try:
        with gc_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_very_many_objects_are_not_examined_again() -> None:
    try:
        with gc_paused():
            made = [[number] for number in range(200_000)]
        assert not any(each is made for each in gc.get_objects())
    finally:
        gc.unfreeze()
