"""What messages and replies mean beside their words, by a sentence model that need not be installed.

A model is an :class:`Encoder`. The vectors of the replies are made step by step, so that messages are
answered meanwhile; what is not ready counts as not alike.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from quickdesk.replies.snippet import Snippet

Vectors: TypeAlias = NDArray[np.float32]
MAX_TEXTS = 20_000
"""Texts of a library that have a vector: titles first, then other ways to ask, then bodies."""
MOST_ALIKE = 50
"""Replies that are returned for a message."""
_AT_A_TIME = 4
"""Texts that are encoded in one step of about ten milliseconds."""
_MAX_LENGTH = 400
_BODY = 0.9
"""How much a body counts relative to a title."""
_FIELD = re.compile(r"\{[^{}]*\}")


class Encoder(Protocol):
    """A sentence model."""

    @property
    def name(self) -> str:
        """The model and its version; vectors of another one are not comparable."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one vector of length 1 for each text, as the rows of an array."""
        ...


Likeness: TypeAlias = Callable[[str], Mapping[str, float]]
"""Returns how much the MOST_ALIKE replies mean the same as a message, at most 1, by snippet id.

It is empty if that is not known in time."""


def nothing_alike(message: str) -> Mapping[str, float]:
    """Return nothing: the Likeness where no model is installed."""
    del message
    return {}


class Meanings(Protocol):
    """A model that knows the replies, in a process of its own."""

    def use(self, texts: "Sequence[ReplyText]") -> None:
        """Compare messages with these texts from now on; not in the main thread."""
        ...

    def likeness(self, message: str) -> Mapping[str, float]:
        """Return the Likeness of a message."""
        ...

    def close(self) -> None:
        """End the process; may be called in any thread."""
        ...


@dataclass(frozen=True, slots=True)
class ReplyText:
    """A text of a reply, and how much it counts."""

    snippet_id: str
    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class KeptVectors:
    """Vectors that were made before, by the digests of their texts (rows of 16 bytes)."""

    digests: NDArray[np.uint8]
    vectors: NDArray[np.float16]


def texts_of(snippets: Sequence[Snippet]) -> list[ReplyText]:
    """Return the texts of a library that have a vector, at most MAX_TEXTS."""
    texts = [ReplyText(each.id, each.title) for each in snippets[:MAX_TEXTS]]
    for each in snippets:
        if len(texts) >= MAX_TEXTS:
            break
        texts += (ReplyText(each.id, ask[:_MAX_LENGTH]) for ask in each.asks)
    for each in snippets[: max(MAX_TEXTS - len(texts), 0)]:
        texts.append(ReplyText(each.id, _FIELD.sub(" ", each.body)[:_MAX_LENGTH], _BODY))
    return [each for each in texts if each.text.strip()][:MAX_TEXTS]


class ReplyVectors:
    """The vectors of the replies, made by an encoder."""

    def __init__(self, encoder: Encoder, kept: KeptVectors | None = None) -> None:
        self._encoder = encoder
        self._known: dict[bytes, Vectors] = {}
        if kept is not None:
            digests = map(bytes, kept.digests)
            self._known = dict(zip(digests, kept.vectors.astype(np.float32), strict=False))
        self._texts: Sequence[ReplyText] = ()
        self._missing: dict[bytes, str] = {}
        self._matrix: Vectors | None = None
        self._owners: list[tuple[str, float]] = []

    def use(self, texts: Sequence[ReplyText]) -> None:
        """Compare messages with these texts from now on; vectors of others are forgotten."""
        wanted = {_digest(each.text): each.text for each in texts}
        self._known = {key: vector for key, vector in self._known.items() if key in wanted}
        self._missing = {key: text for key, text in wanted.items() if key not in self._known}
        self._texts, self._matrix = texts, None

    def step(self) -> bool:
        """Encode a few texts; return False if none is left."""
        some = list(self._missing)[:_AT_A_TIME]
        if some:
            vectors = self._encoder.encode([self._missing.pop(key) for key in some])
            self._known.update(zip(some, vectors, strict=True))
            self._matrix = None
        return bool(self._missing)

    def likeness(self, message: str) -> dict[str, float]:
        """Return the likeness of the replies that are most alike, of those that have vectors so far."""
        matrix = self._compared()
        if not len(matrix):
            return {}
        (vector,) = self._encoder.encode([message[:_MAX_LENGTH]])
        alike = matrix @ vector
        best: dict[str, float] = {}
        for at in (-alike).argsort().tolist():
            snippet_id, weight = self._owners[at]
            best[snippet_id] = max(best.get(snippet_id, 0.0), float(alike[at]) * weight)
            if len(best) >= MOST_ALIKE:
                break
        return best

    def kept(self) -> KeptVectors:
        """Return all vectors, to be passed to the constructor another time."""
        digests = np.frombuffer(b"".join(self._known), np.uint8).reshape(len(self._known), _DIGEST_SIZE)
        vectors = np.array(list(self._known.values()), np.float16)
        return KeptVectors(digests, vectors)

    def _compared(self) -> Vectors:
        if self._matrix is None:
            ready = list(self._ready())
            self._owners = [(each.snippet_id, each.weight) for each, _ in ready]
            self._matrix = np.array([vector for _, vector in ready], np.float32)
        return self._matrix

    def _ready(self) -> Iterator[tuple[ReplyText, Vectors]]:
        for each in self._texts:
            vector = self._known.get(_digest(each.text))
            if vector is not None:
                yield each, vector


_DIGEST_SIZE = 16


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_SIZE).digest()
