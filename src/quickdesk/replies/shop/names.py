"""The names of fields that are known to be the shop's or the agent's, not the buyer's.

Few of them may be remembered (:func:`is_shop_field`); more may be proposed as facts, which are set on
purpose. A name that is not known is the buyer's: the worst is a word typed again.
"""

import re
from typing import Final

from quickdesk.replies.facts import fact_key
from quickdesk.replies.template import Field

_SHOP_FIELD_ZH: Final = re.compile(
    "(?:我[的方]|我[们們]的?|本|本店|[默预預][认認設设]|合作|[发發][货貨])?"
    "(?:"
    # the sender
    "客服|客服[专專][员員]|客服代表|[专專]属客服|[专專]屬客服|我|主管|[组組][长長]|店[长長]|落款|[签簽]名|署名"
    # the shop
    "|店[铺鋪舖]?|商店|商城|[卖賣][场場]|旗[舰艦]店|公司|品牌"
    # the carrier, the warehouse
    "|快[递遞]|物流|宅配|承[运運]商?|配送|[仓倉][库庫]?"
    # fixed phrases
    "|[问問]候[语語]?|[开開][场場]白|[结結]束[语語]|[欢歡]迎[语語]"
    ")(?:公司|商|方)?的?(?:名|名字|名[称稱]|姓名|花名|[昵暱][称稱]|[签簽]名)?"
)
_SHOP_FIELD_EN: Final = re.compile(
    "(?:(?:my|our|the|default|customer service|support|service|sales) )*"
    "(?:agent|representative|rep|supervisor|team leader|signature|sign off"
    "|shop|store|brand|company|business|carrier|courier|shipping|delivery|warehouse|greeting|closing)"
    "(?: (?:company|service))?(?: name)?|my name|our name"
)
_FACT_ZH: Final = re.compile(
    "(?:我们|我|本店|店铺|店|默认|固定)?的?(?:"
    # the agent and how the shop is reached
    "工号|(?:客服|人工|服务|工作|营业|上班|在线)(?:时间|时段)|公众号|会员群"
    "|(?:店铺|客服|联系|售后|服务)(?:微信|电话|热线|邮箱|地址|链接)"
    # sending
    "|发货(?:地|地址|时限|时效|承诺|截止时间)|截单时间|现货发货时间|快递(?:方式)?"
    "|偏远地区|不(?:包邮|发货|配送)地区|包邮(?:地区|门槛|条件|金额)|免邮门槛|起送金额"
    # goods that go back, and refunds
    "|(?:退货|退换货?|换货|售后|寄回|返厂|维修)(?:地址|收件人|收货人|联系人|电话|仓库?|时限|期限|天数|门槛|规则|说明)"
    "|(?:七天|7天)?无理由(?:退货|退换)?(?:天数|时限|期限)|(?:运费|邮费)(?:规则|说明|承担方?)|运费险"
    "|.{0,8}(?:时限|时效)|价保(?:天数|期限|时间|规则)?"
    # papers and rules
    "|发票(?:类型|说明|内容|形式|税点)|开票(?:时限|类型|说明)|税点|(?:保修|质保)(?:期限?|年限|起算|说明|范围|政策)"
    "|(?:好评|会员|积分|优惠券|满减|赠送|叠加)(?:规则|权益)|活动(?:名称?|规则|开始|截止|赠品)"
    ")"
)
_FACT_EN: Final = re.compile(
    "(?:our|the|shop|store|default)?"
    "(?:(?:return|repair|service|warehouse)(?:address|phone|email|days|period|policy)|(?:opening|service|working)hours"
    "|shipsfrom|shippingtime|shipping(?:policy|rules?)|free-?shippingthreshold|warranty(?:period)?|invoicetypes?)"
)


def is_shop_field(name: str) -> bool:
    """Return whether a field name stands for the name of the agent, shop or carrier, or a greeting.

    The whole name must match: ``快递`` is a shop field, ``快递单号`` is not.
    """
    folded = " ".join(re.split(r"[\s_·-]+", name.strip().casefold()))
    return bool(_SHOP_FIELD_EN.fullmatch(folded) or _SHOP_FIELD_ZH.fullmatch(folded.replace(" ", "")))


def is_fact_name(name: str) -> bool:
    """Return whether a field of this name is known to be the shop's; the whole name must match."""
    key = fact_key(name)
    return is_shop_field(name) or bool(_FACT_ZH.fullmatch(key) or _FACT_EN.fullmatch(key.replace("_", "")))


def can_be_fact(field: Field) -> bool:
    """Return whether a field may be proposed as a fact: it is written as one, or its name is the shop's."""
    return field.is_fact or is_fact_name(field.name)
