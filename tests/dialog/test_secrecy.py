"""Which texts are held, as a table; and that no ordinary sentence of a report is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import SecrecySettings
from dialog.secrecy import SecrecyRules, names_a_document, words_in

RULES = SecrecyRules(
    marks=("绝密", "机密", "秘密", "top secret", "secret", "confidential"),
    phrases=("内部资料", "内部参考", "密级：内部", "请勿外传"),
    ordinary=("内部资料性出版物", "内部参考价"),
)
AS_SHIPPED = SecrecyRules(**SecrecySettings().model_dump())


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("绝密★启用前", "绝密"),
        ("机密★", "机密"),
        ("机密★5年\n关于某项工作的情况", "机密"),
        ("秘密 ★ 1年", "秘密"),
        ("機密★5年", "机密"),
        ("【絕密】关于……", "绝密"),
        ("內部資料，注意保存", "内部资料"),
        ("★秘密", "秘密"),
        ("☆ 机密", "机密"),
        ("机密*三年", "机密"),
        ("【机密】关于……", "机密"),
        ("（秘密）本月完成情况如下", "秘密"),
        ("[绝密]", "绝密"),
        ("〔秘密，1年〕", "秘密"),
        ("密级：秘密", "秘密"),
        ("密 级: 机 密", "机密"),
        ("文件密级为机密", "机密"),
        ("秘密 1年", "秘密"),
        ("报送材料，机密 十年", "机密"),
        ("机密", "机密"),
        ("机　密", "机密"),
        ("第一段\n秘密\n第二段", "秘密"),
        ("机密：本月开展……", "机密"),
        ("秘密 关于本月工作的报告", "秘密"),
        ("机\u200b密★", "机密"),
        ("本文件属秘密级", "秘密"),
        ("本文件属秘密级。请勿转发", "秘密"),
        ("秘密级", "秘密"),
        ("（机密级）", "机密"),
        ("绝密级★", "绝密"),
        ("密级：机密级", "机密"),
        ("秘密级文件，注意保管", "秘密"),
        ("本材料为秘密级文件", "秘密"),
        ("该材料定为机密，不得外传", "机密"),
        ("此件为机密级国家秘密", "机密"),
        ("以上内容属于国家秘密", "秘密"),
        ("本报告涉及国家秘密", "秘密"),
        ("属于国家秘密", "秘密"),
        ("内部资料，注意保存", "内部资料"),
        ("内 部 资 料", "内部资料"),
        ("本月情况见附件（内部资料）。", "内部资料"),
        ("内部资料性出版物和内部资料各一份", "内部资料"),
        ("18 机密：建成基站20个", "机密"),
        ("15 秘密 新建孵化器1个", "秘密"),
        ("16秘密：合同12项", "秘密"),
        ("正常推进：秘密 建成集聚区1个", "秘密"),
        ("12 正常推进 秘密：园区1个", "秘密"),
        ("12正常推进秘密：园区1个", "秘密"),
        ("17　绝密　申报6家", "绝密"),
        ("第20项 机密 节点建成", "机密"),
        ("第二十项：机密：节点建成", "机密"),
        ("【18】机密：建成基站20个", "机密"),
        ("16秘密1年 合同12项", "秘密"),
        ("18 正常推进；19 机密：合同12项", "机密"),
        ("第18项已开工。第19项 秘密", "秘密"),
        ("14 建成园区1个\n17　绝密　申报6家", "绝密"),
        ("18 on track. 机密：20", "机密"),
        ("进度慢。存在问题：机密 土地指标不足", "机密"),
        ("密级：内部", "密级：内部"),
        ("密级: 内部\n建成基站20个", "密级：内部"),
        ("内部文件，请勿外传", "请勿外传"),
        ("供内部参考：集聚区选址意见", "内部参考"),
        ("Secret: 12 sites chosen", "secret"),
        ("secret：集聚区选址", "secret"),
        ("CONFIDENTIAL", "confidential"),
        ("CONFIDENTIAL 集聚区选址意见", "confidential"),
        ("18 Confidential: 20 stations", "confidential"),
        ("TOP SECRET\n集聚区选址", "top secret"),
        ("[Secret] 20 stations built", "secret"),
        ("Classification: Confidential", "confidential"),
    ],
)
def test_a_text_with_a_mark_is_held_and_the_mark_is_named(text: str, mark: str) -> None:
    assert RULES.held_by(text) == mark


@pytest.mark.parametrize(
    "text",
    [
        "",
        "新开通基站15个，累计183个。",
        "开展商业秘密保护培训2场。",
        "商业秘密保护示范点建成3个。",
        "与企业签订保密协议，保护其技术秘密。",
        "组织机密级计算机检查。",
        "破获侵犯商业秘密案件1起",
        "上述信息属于商业秘密",
        "经审查，本材料不属于国家秘密",
        "本项工作不涉及国家秘密",
        "开展保密工作检查，清查国家秘密载体3次",
        "联合市机密局开展培训",
        "机密局",
        "更换机密级、秘密级计算机各3台",
        "秘密级文件清查已完成",
        "属秘密调查事项外的日常检查",
        "该项目认定为商业秘密保护示范点",
        "组织涉密人员培训，学习保守国家秘密法。",
        "对绝密级事项的管理作了规定",
        "★ 本月亮点：建成星级饭店2家★",
        "五星★级酒店新增1家",
        "编印内部资料性出版物1种。",
        "根据国发〔2021〕5号文件，完成改造。",
        "揭开美食秘密的活动吸引游客3万人次",
        "18 商业秘密保护示范点建成3个",
        "18 正常推进：商业秘密保护培训2场",
        "18 保密宣传教育2场",
        "18秘密级、机密级计算机更换3台",
        "开展培训；秘密、机密级计算机更换3台",
        "3 机密级计算机检查完成",
        "第18项已完成国家秘密载体清查",
        "18 国发〔2021〕5号印发",
        "修订单位内部文件管理办法1份",
        "公布储备地块内部参考价2处",
        "Trade secret protection: 2 trainings held",
        "Confidential hotline opened for firms",
        "Secret shoppers visited 12 stores",
        "The secret of the cave drew 30,000 visitors",
        "Secretary: 2 trainings",
        "CONFIDENTIALITY training held twice",
        "SECRET Garden festival held",
        "签订confidential协议12份",
    ],
)
def test_an_ordinary_text_is_not_held(text: str) -> None:
    assert RULES.held_by(text) is None


ITSELF = [
    ("这个是机密", "机密"),
    ("这个是机密，不要外传：储备粮3.2万吨", "机密"),
    ("这是机密的，先别发", "机密"),
    ("这份材料是秘密级的", "秘密"),
    ("这张图是绝密图纸", "绝密"),
    ("这是粮食局的秘密文件", "秘密"),
    ("以下内容为机密：储备粮3.2万吨", "机密"),
    ("附件是秘密件", "秘密"),
    ("图中为绝密图纸", "绝密"),
    ("机密文件：储备粮3.2万吨存放于张营库", "机密"),
    ("29 机密文件：储备粮3.2万吨", "机密"),
    ("秘密材料，储备粮3.2万吨", "秘密"),
    ("机密文件", "机密"),
    ("绝密图纸", "绝密"),
    ("绝密图纸2", "绝密"),
    ("秘密件扫描", "秘密"),
    ("机密文件的复印件", "机密"),
    ("秘密级文件照片", "秘密"),
    ("26 机密文件", "机密"),
    ("绝密图纸.dwg", "绝密"),
    ("机密文件扫描件(1).pdf", "机密"),
    ("粮食局发来的秘密文件里写储备3.2万吨", "秘密"),
    ("机密文件中明确储备3.2万吨", "机密"),
    ("根据市里机密文件，储备3.2万吨", "机密"),
    ("摘自绝密档案：储备3.2万吨", "绝密"),
    ("更正原因 绝密", "绝密"),
    ("储备粮3.2万吨，机密", "机密"),
    ("储备粮3.2万吨，不要外传", "不要外传"),
    ("别外传，储备粮3.2万吨", "别外传"),
    ("切勿外传：储备粮3.2万吨", "切勿外传"),
    ("“机密”商户名单3份", "机密"),
    ("28 “秘密”台账：储备粮3.2万吨", "秘密"),
    ("“机密”：储备粮3.2万吨", "机密"),
    ('"机密"名单12家', "机密"),
    ("此件按秘密级管理", "秘密"),
    ("此件按秘密级管理：储备粮3.2万吨", "秘密"),
    ("本材料按照机密级文件管理", "机密"),
    ("标有秘密字样的文件：储备粮3.2万吨", "秘密"),
    ("内部掌握，不得对外公开：家政企业名单12家", "不得对外公开"),
    ("内部掌握：家政企业名单12家", "内部掌握："),
    ("商户名单不得外传，共12家", "不得外传"),
    ("严禁外传：储备粮3.2万吨", "严禁外传"),
    ("内部材料 注意保管", "内部材料注意保管"),
    ("内部材料，注意保管：储备粮3.2万吨", "内部材料，注意保管"),
    ("储备粮3.2万吨（严禁外传）", "严禁外传"),
    ("以上数据不得对外公开。", "不得对外公开"),
    ("储备粮_机密.xlsx", "机密"),
    ("7月台账-秘密.pdf", "秘密"),
    ("秘密_储备粮.xlsx", "秘密"),
    ("储备粮（机密）2022.xlsx", "机密"),
    ("储备粮-机密级-7月.docx", "机密"),
    ("佐证材料\n储备粮_机密2.jpg", "机密"),
    ("This is confidential: 32,000 tonnes", "confidential"),
    ("This file is secret.", "secret"),
    ("secret drawings", "secret"),
]

OF_EXAMS = [
    f"{mark}{term}"
    for mark in ("机密", "绝密", "秘密", "机密级")
    for term in ("·启用前", "★启用前", " • 启用前", "・启用前", "‧启用前", "-启用前", "（启用前）")
]
OF_EXAMS += ["【机密·启用前】", "2022年7月 绝密·启用前 第1卷", "语文卷\n秘密．启用前2022年统一考试"]
OF_EXAMS += ["机密·5年", "数学绝密·启用前.pdf", "语文_绝密·启用前(2).pdf", "報送：機密·啟用前"]

ABOUT_SECRECY = [
    "接收绝密·启用前试卷120箱",
    "绝密·启用前试卷120箱全部入库",
    "绝密·启用前试题交接2次",
    "试卷袋均印“绝密·启用前”字样",
    "学习绝密·机密·秘密三级的划分",
    "《秘密·长期守护》主题展吸引游客3万人次",
    "展览 秘密（2022年）接待3万人次",
    "保密室启用前完成机密级设备检查",
    "新馆启用前，完成商业秘密·专利展区布置",
    "落实保密教育，开展机密文件清退1次",
    "机密文件清退1次",
    "机密文件清退现场",
    "机密文件：清退12份，销毁3份",
    "秘密文件，已全部清退",
    "清查情况。机密文件：12份；秘密文件：30份",
    "清退粮食局发来的秘密文件3份",
    "回收秘密文件",
    "检查中发现机密文件未登记1份",
    "机密文件中发现未登记1份",
    "按照机密文件管理规定，更换保密柜2个",
    "根据秘密级文件保管要求更换保密柜2个",
    "销毁绝密图纸2张",
    "机密文件柜更换3个",
    "秘密件登记台账已建立",
    "商业秘密",
    "商业秘密保护",
    "这个是商业秘密保护示范点",
    "这是我市首个商业秘密保护站",
    "这不是机密",
    "这不是秘密文件",
    "这些不算秘密",
    "保护企业商业 秘密",
    "涉密人员培训",
    "涉密人员培训2期，120人次",
    "涉密文件清退1次",
    "学习绝密、机密、秘密三级的划分",
    "开展保密宣传，谣言不传不信",
    "粮食外传统计口径调整",
    "特别外传非遗项目1个",
    "本地区美食的秘密",
    "探寻秘密花园活动吸引游客3万人次",
    "规范内部，资料归档120份",
    "考核结果由局内部掌握，不对外公布",
    "严格保护个人信息，不得对外公开。",
    "加强档案查阅登记，复印件严禁外传。",
    "机密、秘密文件清退12份",
    "绝密、机密文件实行专人管理",
    "18 机密、秘密文件清退12份",
    "“机密”文件清退12份",
    "开展“机密”“秘密”标志规范培训",
    "“秘密”花园活动吸引游客3万人次",
    "探寻“秘密”基地，吸引游客3万人次",
    "按秘密级管理的计算机更换3台",
    "规定企业信息不得外传。",
    "与12家企业签订协议，约定商户名单不得外传，已全部签订",
    "要求审批数据严禁外传",
    "落实个人信息不得对外公开的制度",
    "不得外传承诺书签订120份",
    "严禁外传宣传2场",
    "由企业内部掌握实际情况后上报",
    "市场局-商业秘密.pdf",
    "商业秘密_培训照片.jpg",
    "秘密花园现场.jpg",
    "机密文件清退现场.jpg",
    "保密检查_1.jpg",
    "This is a secret garden festival",
    "Secret document training held",
]


@pytest.mark.parametrize(("text", "mark"), ITSELF)
def test_what_calls_itself_secret_is_held_as_what_bears_a_mark(text: str, mark: str) -> None:
    assert AS_SHIPPED.held_by(text) == mark


@pytest.mark.parametrize("text", OF_EXAMS)
def test_mark_of_an_examination_paper_holds_whatever_stands_before_its_term(text: str) -> None:
    assert AS_SHIPPED.held_by(text) in {"机密", "绝密", "秘密"}


@pytest.mark.parametrize("text", ABOUT_SECRECY)
def test_work_done_for_secrecy_is_ordinary(text: str) -> None:
    assert AS_SHIPPED.held_by(text) is None


@pytest.mark.parametrize("part", ["\n", " ", "　", "\n ", "\u2003", "（", "1、", "a\n", "机密"])
def test_long_text_of_little_is_looked_through_at_once(part: str) -> None:
    AS_SHIPPED.held_by(f"x{part * 2000}x")


def test_lists_that_are_empty_hold_nothing() -> None:
    assert SecrecyRules().held_by("绝密★启用前，内部资料") is None


@given(st.text(), st.sampled_from(RULES.marks), st.text())
def test_a_starred_mark_is_found_whatever_stands_around_it(
    before: str, mark: str, after: str
) -> None:
    assert RULES.held_by(f"{before}\n{mark}★\n{after}") is not None


@given(st.text(alphabet=st.characters(exclude_characters="密料勿考eE"), max_size=200))
def test_a_text_without_the_words_is_never_held(text: str) -> None:
    assert RULES.held_by(text) is None


@pytest.mark.parametrize(
    ("text", "names_one"),
    [
        ("根据国发〔2021〕5号文件", True),
        ("永政发[2022]17号", True),
        ("晋政办发（2022）3 号", True),
        ("2022年5号楼封顶", False),
        ("完成5号线建设", False),
    ],
)
def test_a_document_number_is_seen(text: str, names_one: bool) -> None:
    assert names_a_document(text) is names_one


# ── every place of a message where words can stand ─────────────────────────────────────────────

MARK = "机密★5年"
ADA = {"id": 1, "is_bot": False, "first_name": "Ada"}
BOT = {"id": 2, "is_bot": True, "first_name": "Reports", "username": "reports_bot"}
CHAT = {"id": 1, "type": "private", "first_name": "Ada"}
POLL = {"id": "1", "question": "?", "type": "regular", "options": [{"text": "yes"}]}
ZOE = {"phone_number": "1", "first_name": "Zoe"}
PLACE = {"title": "Hall", "address": "Road 1"}
SHOWN = {"type": "hidden_user", "date": 1, "sender_user_name": "Zoe"}

PLACES: dict[str, dict[str, object]] = {
    "text": {"text": MARK},
    "caption": {"caption": MARK},
    "name of a file": {"document": {"file_id": "f", "file_name": f"{MARK}.pdf"}},
    "name of a film": {"video": {"file_id": "f", "file_name": f"{MARK}.mp4"}},
    "title of a song": {"audio": {"file_id": "f", "performer": "Zoe", "title": MARK}},
    "question of a poll": {"poll": POLL | {"question": MARK}},
    "option of a poll": {"poll": POLL | {"options": [{"text": "yes"}, {"text": MARK}]}},
    "explanation of a poll": {"poll": POLL | {"explanation": MARK}},
    "name of a contact": {"contact": ZOE | {"last_name": MARK}},
    "card of a contact": {"contact": ZOE | {"vcard": f"BEGIN:VCARD\nNOTE:{MARK}\nEND:VCARD"}},
    "title of a place": {"venue": PLACE | {"title": MARK}},
    "address of a place": {"venue": PLACE | {"address": MARK}},
    "title of a checklist": {"checklist": {"title": MARK, "tasks": []}},
    "task of a checklist": {"checklist": {"title": "x", "tasks": [{"id": 1, "text": MARK}]}},
    "quote": {"text": "done", "quote": {"text": MARK, "position": 0}},
    "poll of another chat": {
        "external_reply": {"origin": SHOWN, "poll": POLL | {"question": MARK}}
    },
    "link": {"text": "x", "entities": [{"type": "text_link", "url": f"https://x.cn/{MARK}"}]},
    "link in signs": {"caption_entities": [{"url": "https://x.cn/%E6%9C%BA%E5%AF%86%E2%98%85"}]},
    "channel it comes from": {"text": "x", "forward_origin": {"chat": {"id": 3, "title": MARK}}},
    "signature": {"text": "x", "forward_origin": {"author_signature": MARK}},
    "button": {"reply_markup": {"inline_keyboard": [[{"text": MARK, "url": "https://x.cn"}]]}},
    "game": {"game": {"title": "x", "description": MARK}},
    "invoice": {"invoice": {"title": MARK}},
    "what Telegram may think of next": {"novelty": {"rows": [{"cells": [{"words": MARK}]}]}},
}


@pytest.mark.parametrize("place", PLACES)
def test_mark_is_found_wherever_words_stand_in_a_message(place: str) -> None:
    message = {"message_id": 5, "from": ADA, "chat": CHAT, "date": 1, **PLACES[place]}
    assert AS_SHIPPED.held_by(words_in(message)) == "机密"


@pytest.mark.parametrize(
    "content",
    [
        {"from": ADA | {"first_name": MARK, "username": "secret"}},
        {"chat": CHAT | {"first_name": MARK}},
        {"chat": {"id": -1, "type": "group", "title": MARK}},
        {"sender_chat": {"id": -1, "type": "channel", "title": MARK}},
        {"via_bot": BOT | {"first_name": MARK}},
        {"forward_origin": {"type": "user", "sender_user": ADA | {"first_name": MARK}}},
        {"forward_origin": SHOWN | {"sender_user_name": "Secret"}},
        {"forward_origin": {"chat": {"id": 3, "title": "News", "username": "secret"}}},
        {"entities": [{"type": "text_mention", "user": ADA | {"first_name": MARK}}]},
        {"reply_to_message": {"message_id": 4, "from": BOT, "text": MARK}},
        {
            "reply_to_message": {"message_id": 4, "from": BOT, "text": MARK},
            "quote": {"text": MARK, "position": 0},
        },
        {"document": {"file_id": "secret", "file_unique_id": "secret", "mime_type": "secret"}},
    ],
)
def test_who_writes_and_where_and_what_the_bot_has_said_are_no_words_of_the_message(
    content: dict[str, object],
) -> None:
    message = {"message_id": 5, "from": ADA, "chat": CHAT, "date": 1, "text": "done", **content}
    assert AS_SHIPPED.held_by(words_in(message)) is None


def test_quote_of_ones_own_earlier_words_is_looked_at() -> None:
    earlier = {"message_id": 4, "from": ADA, "text": MARK}
    message = {"text": "done", "reply_to_message": earlier, "quote": {"text": MARK, "position": 0}}
    assert AS_SHIPPED.held_by(words_in(message)) == "机密"
