"""The link to an order on the page of its platform, made of a template such as ``https://…?id={订单号}``."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote, urlsplit

from quickdesk.customers.card.nicknames import platform_key
from quickdesk.customers.customer import Order

PLACES: Final = ("{订单号}", "{訂單號}", "{order}")
"""What stands for the order number in a template."""
MAX_TEMPLATE: Final = 1_000
"""Maximum length of a template in code points."""

_PLACE: Final = re.compile("|".join(map(re.escape, PLACES)))
_UNSAFE: Final = re.compile(r"[\s\x00-\x1f\x7f\\<>\"^`|]")


def is_link_template(template: str) -> bool:
    """Return whether a template makes a link: https, a host without a place in it, and a place after it."""
    if len(template) > MAX_TEMPLATE or _UNSAFE.search(template):
        return False
    try:
        parts = urlsplit(template)
    except ValueError:
        return False
    if parts.scheme != "https" or not parts.hostname or "@" in parts.netloc or _PLACE.search(parts.netloc):
        return False
    return _PLACE.search(template) is not None


def order_link(template: str, number: str) -> str | None:
    """Return the link to an order, its number percent-encoded; None for another template or no number."""
    if not number.strip() or not is_link_template(template):
        return None
    encoded = quote(number.strip(), safe="")
    return _PLACE.sub(lambda _: encoded, template)


def link_of(order: Order, links: Mapping[str, str]) -> str | None:
    """Return the link to an order by the templates of the platforms; None if there is none.

    An order without a platform has the only link, if there is just one.
    """
    by_key = {platform_key(platform): template for platform, template in links.items()}
    template = by_key.get(platform_key(order.platform))
    if template is None and not order.platform and len(by_key) == 1:
        (template,) = by_key.values()
    return None if template is None else order_link(template, order.number)
