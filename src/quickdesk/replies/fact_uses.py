"""Which replies use which facts, and which facts that are not set would save most questions.

Only names that are known to be the shop's are proposed as facts, or written as ``{事实:…}``: a field that is
the buyer's, such as an order number, must never become the same for everybody.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from quickdesk.replies.facts import fact_key
from quickdesk.replies.form import is_shop_field
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.template import Field, TemplateError, parse

PROPOSALS: Final = 10
"""How many facts are proposed at once: as many as are typed in a few minutes."""

_FACT_ZH: Final = re.compile(
    "(?:我们|我|本店|店铺|店|默认|固定)?的?(?:"
    # the agent and how the shop is reached
    "工号|(?:客服|服务|工作|营业|上班|在线)(?:时间|时段)|公众号|会员群"
    "|(?:店铺|客服|联系|售后|服务)(?:微信|电话|热线|邮箱|地址|链接)"
    # sending
    "|发货(?:地|地址|时限|时效|承诺|截止时间)|截单时间|(?:现货|预售)发货时限|快递(?:方式)?"
    "|偏远地区|不(?:包邮|发货|配送)地区|包邮(?:地区|门槛|条件|金额)|免邮门槛|起送金额"
    # goods that go back, and refunds
    "|(?:退货|退换货?|换货|售后|寄回|返厂|维修)(?:地址|收件人|收货人|联系人|电话|仓库?|时限|期限|天数|门槛|规则|说明)"
    "|(?:七天|7天)?无理由(?:退货|退换)?(?:天数|时限|期限)|(?:运费|邮费)(?:规则|说明|承担方?)|运费险"
    "|(?:退款|审核|处理|答复|回复|承诺|更新)(?:时限|时效)|价保(?:天数|期限|时间|规则)?"
    # papers and rules
    "|发票(?:类型|说明|内容|形式|税点)|开票(?:时限|类型|说明)|税点|(?:保修|质保)(?:期限?|年限|说明|范围|政策)"
    "|(?:好评|会员|积分|优惠券|满减|赠送|叠加)(?:规则|权益)"
    ")"
)
_FACT_EN: Final = re.compile(
    "(?:our|the|shop|store|default)?"
    "(?:(?:return|repair|service|warehouse)(?:address|phone|email|days|period|policy)|(?:opening|service|working)hours"
    "|shipsfrom|shippingtime|shipping(?:policy|rules?)|free-?shippingthreshold|warranty(?:period)?|invoicetypes?)"
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A field that could be a fact: the replies that ask for it, and how many would then ask for nothing."""

    name: str
    replies: int
    completed: int
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LibraryFields:
    """The fields of all replies of a library; replies whose body cannot be parsed have none."""

    _names: Mapping[str, str] = field(default_factory=dict)
    """The spelling of each key that was found first."""
    _asked: Sequence[tuple[Snippet, frozenset[str]]] = ()
    _proposed: frozenset[str] = frozenset()
    _choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, snippets: Iterable[Snippet]) -> "LibraryFields":
        """Read the fields of replies; takes some seconds for 100,000 of them."""
        names: dict[str, str] = {}
        choices: dict[str, tuple[str, ...]] = {}
        proposed: set[str] = set()
        asked: list[tuple[Snippet, frozenset[str]]] = []
        for snippet in snippets:
            keys: set[str] = set()
            for each in _fields(snippet.body):
                key = fact_key(each.name)
                keys.add(key)
                names.setdefault(key, each.name)
                choices[key] = tuple(dict.fromkeys((*choices.get(key, ()), *each.choices)))
                if each.is_fact or is_fact_name(each.name):
                    proposed.add(key)
            if keys:
                asked.append((snippet, frozenset(keys)))
        return cls(names, asked, frozenset(proposed), choices)

    def uses(self, name: str) -> tuple[Snippet, ...]:
        """Return the replies that have a field of this name, in the order of the library."""
        key = fact_key(name)
        return tuple(snippet for snippet, keys in self._asked if key in keys)

    def proposals(self, known: Collection[str], most: int = PROPOSALS) -> tuple[Proposal, ...]:
        """Return the facts that save most questions besides those whose keys are ``known``, best first.

        Each is chosen as if those before it were set: first the one that leaves most replies without a
        question, of equal ones the one that most replies use.
        """
        left = [keys - set(known) for _, keys in self._asked]
        uses = Counter(key for keys in left for key in keys & self._proposed)
        found: list[Proposal] = []
        while uses and len(found) < most:
            completed = Counter(next(iter(keys)) for keys in left if len(keys) == 1)
            best = max(uses, key=lambda key: (completed[key], uses[key]))
            found.append(Proposal(self._names[best], uses.pop(best), completed[best], self._choices[best]))
            left = [keys - {best} for keys in left]
        return tuple(found)


def is_fact_name(name: str) -> bool:
    """Return whether a field of this name is known to be the shop's; the whole name must match."""
    key = fact_key(name)
    return is_shop_field(name) or bool(_FACT_ZH.fullmatch(key) or _FACT_EN.fullmatch(key.replace("_", "")))


def _fields(body: str) -> Sequence[Field]:
    if "{" not in body:
        return ()
    try:
        return parse(body).fields
    except TemplateError:
        return ()
