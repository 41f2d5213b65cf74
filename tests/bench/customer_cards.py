"""Made-up customer cards and notes as a shop has them, and what is typed for them; for benches."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone
from random import Random

from quickdesk.customers.customer import Customer, Nickname, Note, Order
from quickdesk.customers.search.finder import SearchedCard
from quickdesk.text.readings import readings


def _words(text: str) -> list[str]:
    return text.split()


NOW = datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=8)))
_FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡"
_GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲建国红梅春云飞雪琳佳欣怡子涵宇轩浩然梓萱诗雨"
_WORDS = _words(
    "小 大 爱 猫 狗 鱼 花 草 月亮 星星 太阳 天空 海 风 "
    "雨 糖 糖果 苹果 桃子 西瓜 奶茶 咖啡 宝宝 妈妈 仙女 可乐 柠檬 布丁 "
    "兔子 熊 熊猫 快乐 幸福 安静 自由 阳光 清风 明月 江南 北方 追梦 旅行 "
    "时光 岁月 如歌"
)
_LATIN = ("tb", "jd_", "love", "sky", "happy", "mm", "qq", "user", "xx", "lucky", "sunny", "coco", "kiki")
_NOTES = (
    "{day}日 说{item}收到有划痕，要求换货，已登记",
    "喜欢{item}，要{size}码，下次上新通知",
    "物流停在中转站，催过{count}次，补偿{count}元券",
    "{item}尺码偏小，换{size}，运费险已开",
    "老客，发货备注：不放赠品，用顺丰",
    "问{item}什么时候有货，答应{day}日前回复",
    "退款{count}9元已到账，客户满意",
)
_ITEMS = _words("羽绒服 连衣裙 运动鞋 保温杯 耳机 手机壳 牛仔裤 床单 台灯 背包 口红 面膜 键盘 雨伞 童装")
_TAGS = _words("老客 VIP 企业 易退货 急性子 批发 学生 敏感肌 送礼 黑名单")
_PLATFORMS = ("taobao", "jd", "pdd", "douyin", "wechat")


def cards(customers: int, notes: int, rng: Random) -> list[SearchedCard]:
    """Return made-up cards as a shop has them: four of five nicknames are in Chinese."""
    made = [_customer(number, rng) for number in range(customers)]
    of: dict[str, list[Note]] = {}
    for number in range(notes):
        customer = made[min(int(rng.expovariate(4 / max(customers, 1))), customers - 1)]
        of.setdefault(customer.id, []).append(_note(number, customer.id, rng))
    return [SearchedCard(customer, tuple(of.get(customer.id, ()))) for customer in made]


def _customer(number: int, rng: Random) -> Customer:
    nicknames = [Nickname(_nickname(rng), rng.choice(_PLATFORMS)) for _ in range(1 + (rng.random() < 0.15))]
    name = rng.choice(_FAMILY) + "".join(rng.choices(_GIVEN, k=rng.choice((1, 2, 2))))
    fields = {"尺码": rng.choice("SML"), "偏好": rng.choice(_ITEMS)} if rng.random() < 0.4 else {}
    orders = tuple(
        Order(
            f"{rng.randrange(10**18, 10**19)}",
            nicknames[0].platform,
            items=(rng.choice(_ITEMS),),
            tracking_number=f"{rng.choice(('SF', 'YT', 'JD', ''))}{rng.randrange(10**12, 10**13)}",
        )
        for _ in range(rng.choice((0, 1, 1, 2)))
    )
    return Customer(
        f"{rng.getrandbits(80):020x}",
        tuple(nicknames),
        name if rng.random() < 0.7 else "",
        f"{rng.choice(_WORDS)}，{rng.choice(_ITEMS)}" if rng.random() < 0.3 else "",
        tuple(rng.sample(_TAGS, rng.choice((0, 0, 1, 2)))),
        fields,
        orders=orders,
        phones=(f"1{rng.randrange(3 * 10**9, 10**10)}",) if rng.random() < 0.8 else (),
        created=NOW - timedelta(minutes=number),
    )


def _nickname(rng: Random) -> str:
    if rng.random() < 0.2:
        return rng.choice(_LATIN) + str(rng.randrange(10**6))
    text = "".join(rng.choices(_WORDS, k=rng.choice((2, 2, 3))))
    return text + (str(rng.randrange(2000)) if rng.random() < 0.3 else "")


def _note(number: int, customer_id: str, rng: Random) -> Note:
    text = rng.choice(_NOTES).format(
        day=rng.randint(1, 28), item=rng.choice(_ITEMS), size=rng.choice("SML"), count=rng.randint(1, 9)
    )
    return Note(f"n{number}", customer_id, text, NOW - timedelta(minutes=rng.randrange(500_000)))


_KINDS = ("nickname", "pinyin", "initials", "mixed", "digits", "note", "name", "slip")
_LONG = 5


def queries(known: Sequence[SearchedCard], rng: Random, count: int) -> Iterator[tuple[str, str]]:
    """Yield kinds and queries that a colleague types for customers of the shop."""
    for number in range(count):
        kind, query = _KINDS[number % len(_KINDS)], ""
        while not query:
            query = _query(kind, rng.choice(known))
        yield kind, query


def _query(kind: str, card: SearchedCard) -> str:
    """Return a query for a card, empty if it has nothing of this kind."""
    customer = card.customer
    nickname = customer.nicknames[0].text
    spelled = [(readings(char) or (char,))[0] for char in nickname]
    whole = "".join(spelled)
    return {
        "nickname": nickname,
        "pinyin": whole,
        "initials": "".join(each[0] for each in spelled),
        "mixed": spelled[0] + "".join(each[0] for each in spelled[1:]),
        "digits": customer.phones[0][-4:] if customer.phones else "",
        "note": card.notes[0].text[2:8] if card.notes else "",
        "name": customer.name,
        "slip": whole[:2] + whole[3:] if len(whole) > _LONG else "",
    }[kind]
