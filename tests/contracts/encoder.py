"""What every encoder does: the fake one of the tests, and the model where it is installed."""

import numpy as np
import pytest

from quickdesk.search.suggest.meaning import Encoder


class EncoderContract:
    @pytest.fixture
    def encoder(self) -> Encoder:
        raise NotImplementedError

    @pytest.mark.parametrize("texts", [["退款多久到账"], ["a", "", "\ud800", "👍", "退" * 5000]])
    def test_every_text_has_a_vector_of_length_one(self, encoder: Encoder, texts: list[str]) -> None:
        vectors = encoder.encode(texts)
        assert vectors.dtype == np.float32
        assert vectors.shape[0] == len(texts)
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-2)

    def test_what_is_alike_is_nearer(self, encoder: Encoder) -> None:
        asked, near, far = encoder.encode(["退款多久能到账", "退款几天到账", "发什么快递"])
        assert asked @ near > asked @ far

    def test_it_has_a_name(self, encoder: Encoder) -> None:
        assert encoder.name
