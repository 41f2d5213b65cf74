"""The encoders against their contract; the model only where it is installed."""

from functools import cache

import pytest

from quickdesk.search.suggest.meaning import Encoder
from quickdesk.storage.search_cache.encoder import installed_encoder, is_installed
from tests.contracts.encoder import EncoderContract
from tests.fakes.encoder import FakeEncoder


class TestFakeEncoder(EncoderContract):
    @pytest.fixture
    def encoder(self) -> Encoder:
        return FakeEncoder()


@pytest.mark.skipif(not is_installed(), reason="the model is not installed")
class TestInstalledEncoder(EncoderContract):
    @pytest.fixture
    def encoder(self) -> Encoder:
        return _loaded()


@cache
def _loaded() -> Encoder:
    return installed_encoder()
