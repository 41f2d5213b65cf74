"""Each feature is in the list of the session, and its names are its own."""

import sys
from importlib import import_module
from pkgutil import iter_modules

import quickdesk.app.features
from quickdesk.app.feature import Feature
from quickdesk.commands.registry import COMMANDS
from tests.app.rig import Rig


def test_each_feature_is_registered_once(rig: Rig) -> None:
    for module in iter_modules(quickdesk.app.features.__path__):
        import_module(f"quickdesk.app.features.{module.name}")
    registered = [type(feature) for feature in rig.session.features]
    assert sorted(registered, key=str) == sorted(Feature.__subclasses__(), key=str)


def test_no_two_features_answer_the_same_command_or_have_the_same_entry(rig: Rig) -> None:
    names = [name for feature in rig.session.features for name in feature.commands]
    assert len({*names}) == len(names)
    # Windows follow when the running program changes the protection, so a feature runs these.
    assert {*names} & {*COMMANDS} == {
        f"data {name}" for name in ("protect", "unlock", "lock", "recovery-key", "rekey")
    }
    texts = [entry.text() for feature in rig.session.features for entry in feature.entries]
    assert len({*texts}) == len(texts)


def test_all_windows_are_preloaded_some_time_after_the_start(rig: Rig) -> None:
    windows = ("editor.snippet_editor", "form.field_form", "settings.settings_window")
    rig.session._preload.setInterval(0)
    rig.session._preload.start()
    rig.qtbot.waitUntil(lambda: not rig.session._preload.isActive())
    assert all(f"quickdesk.ui.{window}" in sys.modules for window in windows)
