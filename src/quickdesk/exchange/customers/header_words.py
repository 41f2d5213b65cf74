"""The words that headers of customer tables have, in Chinese and English."""

from itertools import product

_PERSON = [
    "",
    *["买家", "买家的", "客户", "顾客", "会员", "收货人", "收件人", "收货", "收件", "联系人", "联系"],
    *["買家", "客戶", "顧客", "會員", "收貨人", "收貨", "聯絡人", "聯絡"],
]
"""What words about a person may begin with."""
_WORDS = {
    "nicknames": (
        "昵称 网名 旺旺 旺旺名 旺旺号 旺旺号码 旺旺id 会员名 用户名 帐号 账号 "
        "昵稱 暱稱 網名 旺旺號 旺旺號碼 會員名 用戶名 帳號 "
        "nick nickname nicknames buyer buyer_nick buyer_nickname username user_name buyer_id"
    ),
    "platforms": "平台 渠道 来源平台 來源平台 店铺平台 platform platforms channel",
    "name": (
        "姓名 名字 真实姓名 全名 收货人 收件人 联系人 真實姓名 收貨人 聯絡人 "
        "name real_name full_name recipient contact"
    ),
    "phones": (
        "手机 手机号 手机号码 电话 电话号码 联系方式 "
        "手機 手機號 手機號碼 電話 電話號碼 聯絡方式 行動電話 "
        "phone phones mobile tel telephone phone_number mobile_number cell"
    ),
    "addresses": "地址 详细地址 詳細地址 address addresses shipping_address street_address",
    "orders": (
        "订单号 订单编号 订单号码 订单 单号 訂單號 訂單編號 訂單號碼 訂單 單號 "
        "order orders order_number order_numbers order_no order_id"
    ),
    "order_platforms": "订单平台 訂單平台 order_platform",
    "order_states": "订单状态 訂單狀態 order_state order_status",
    "items": "商品 商品名称 商品名稱 宝贝 宝贝标题 宝贝名称 item items product products",
    "tracking": "快递单号 物流单号 运单号 快遞單號 物流單號 運單號 tracking tracking_number waybill",
    "carriers": "快递公司 物流公司 快递 快遞公司 快遞 carrier",
    "tags": "标签 标记 標籤 標記 tag tags label labels",
    "remark": "备注 備註 備注 remark remarks",
    "birthday": "生日 出生日期 birthday birth_date date_of_birth",
    "tone": "语气 語氣 tone",
    "language": "语言 語言 language",
    "do_not_contact": "勿联系 请勿联系 勿扰 黑名单 勿聯絡 勿聯繫 請勿聯絡 黑名單 do_not_contact",
    "reason": "勿联系原因 勿聯絡原因 勿聯繫原因 do_not_contact_reason",
    "notes": "笔记 记录 沟通记录 跟进记录 筆記 記錄 溝通記錄 跟進記錄 note notes",
}
_OF_PERSONS = frozenset({"nicknames", "name", "phones", "addresses", "tags", "remark", "birthday", "notes"})

FIELD_OF = {
    (prefix if not word.isascii() else "") + word: field
    for field, words in _WORDS.items()
    for prefix, word in product(_PERSON if field in _OF_PERSONS else ("",), words.split())
}
"""The field that a word stands for."""
EITHER = frozenset(
    ["客户名", "客户名称", "客户", "买家", "客戶名", "客戶名稱", "客戶", "買家", "customer", "customer_name"]
)
"""A nickname, or a real name in a table with nicknames."""
