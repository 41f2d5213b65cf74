import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.exchange.foreign.html_text import is_html, plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>您好&nbsp;<b>亲</b></p><br>再见", "您好 亲\n\n再见"),
        ("a<br/>b<BR>c", "a\nb\nc"),
        ("<div>一</div><div>二</div><p>三</p><p>四</p>", "一\n二\n\n三\n\n四"),
        ("<ul><li>甲</li>\n<li>乙</li></ul>尾", "- 甲\n- 乙\n尾"),
        ("<ol><li>甲<li>乙</ol>", "1. 甲\n2. 乙"),
        ('<a href="https://a.b/c?x=1&amp;y=2">点这里</a>谢谢', "点这里 https://a.b/c?x=1&y=2 谢谢"),
        ("<a href='https://a.b'>https://a.b</a>", "https://a.b"),
        ('<a href="tel:10086">电话</a>', "电话 10086"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc"),
        ('<img src="x.png" alt="微笑">好', "[微笑]好"),
        ("<style>x{}</style><script>alert(1)</script><b>x</b><!-- y -->", "x"),
        ("<p>a\n  b</p>", "a b"),
        ("&lt;3 &amp; &quot;", '<3 & "'),
        ("<p><姓名>您好</p>", "<姓名>您好"),
    ],
)
def test_html_becomes_what_a_browser_shows(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize(
    "text", ["3<5 且 7>6", "<姓名>您好", "a<b>c", "if a < b: <br", "a  b\n\n\nc", "AT&T &co", "<order_id>"]
)
def test_what_is_not_html_stays_as_it_is(text: str) -> None:
    assert not is_html(text)
    assert plain_text(text) == text


@pytest.mark.parametrize("part", ["<p ", "<!--", "<a href='", "<b>", "</", "&#", '<a href="x">', "<ul>"])
def test_hostile_html_takes_linear_time(part: str) -> None:
    started = time.perf_counter()
    plain_text("<br>" + part * 20_000)
    assert time.perf_counter() - started < 2


@given(st.text(st.sampled_from("<>/&;bpraul=\"' 甲\n"), max_size=40))
def test_no_text_is_an_error(text: str) -> None:
    plain_text(text)
