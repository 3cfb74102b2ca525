"""A mail as bytes: whatever people are called, nothing becomes a header and names arrive."""

import re
from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.mail import Attached, letter_of, mailed_name, make_mail, ready_mail, that_fit
from reports.printable import one_line, printable
from tests.factories import a_filed_entry, a_filed_report, at
from vocabulary.mail import Letter, MailKind, MailRules, is_mail_address
from vocabulary.report import EvidenceFile

RULES = MailRules(
    to="office@town.example",
    sender="bot@town.example",
    subject="{unit}{period}工作任务完成情况报告",
    file_name="{official}{period}报告",
)
NASTY = "甲局\r\nBcc: evil@example.com, b@example.com\x00\u202e“x”;=?utf-8?q?y?="


def made(letter: Letter, files: tuple[Attached, ...] = ()) -> bytes:
    return make_mail(
        letter,
        to=RULES.to,
        sender=RULES.sender,
        message_id="<1@town.example>",
        at=at(3, 10),
        files=files,
    )


def read(content: bytes) -> EmailMessage:
    mail = message_from_bytes(content, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


@given(st.text(max_size=80), st.text(max_size=200), st.binary(max_size=200))
def test_whatever_is_said_is_read_back_and_adds_no_header(
    subject: str, text: str, content: bytes
) -> None:
    file = Attached("报告.docx", content)
    mail = read(made(Letter(subject, text), (file,)))
    assert mail["Subject"] == one_line(subject)
    assert (mail["To"], mail["From"], mail["Bcc"], mail["Cc"]) == (
        RULES.to,
        RULES.sender,
        None,
        None,
    )
    body = mail.get_body()
    assert body is not None
    assert body.get_content().split() == printable(text).split()
    (attached,) = mail.iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == (file.name, content)


def test_row_50_names_with_line_ends_and_commas_stay_values() -> None:
    """In subject, file name and text; the addresses are the settings' and nothing else's."""
    filed = replace(a_filed_report(), unit=NASTY, official_name=NASTY, filed_by=NASTY)
    for content in (
        made(letter_of(filed, RULES, MailKind.DRAFT, ["x.docx"], language="zh-CN")),
        ready_mail(filed, RULES, b"docx", language="zh-CN"),
    ):
        head = content.partition(b"\r\n\r\n")[0]
        assert b"\nBcc" not in content
        assert all(len(line) <= 78 for line in head.split(b"\r\n"))
        mail = read(content)
        assert mail["Bcc"] is None
        assert [one.addr_spec for one in mail["To"].addresses] == [RULES.to]
        assert mail["Subject"].startswith("甲局 Bcc: evil@example.com, b@example.com")


def test_chinese_names_of_files_arrive_whole_by_rfc_2231() -> None:
    filed = replace(
        a_filed_report(), official_name="永济市工业商务和科学技术局（市中小企业发展服务中心）"
    )
    name = mailed_name(filed, RULES, ".docx", language="zh-CN")
    content = made(Letter("x", "y"), (Attached(name, b"z"),))
    assert b"filename*" in content
    assert name_for_old_programs(content) == name
    (attached,) = read(content).iter_attachments()
    assert attached.get_filename() == name
    assert name == "永济市工业商务和科学技术局（市中小企业发展服务中心）2022年7月份报告.docx"


def name_for_old_programs(content: bytes) -> str:
    """As one reads it that knows encoded words within quotes, and nothing of RFC 2231."""
    (part,) = (one for one in message_from_bytes(content).walk() if one.get_param("name"))
    return str(make_header(decode_header(re.sub(r"\s+", " ", str(part.get_param("name"))))))


@pytest.mark.parametrize("name", ["领导小组办公室", 'Office, "East"\r\nBcc: evil@example.com', ""])
def test_sender_is_shown_by_the_offices_name_whatever_that_is(name: str) -> None:
    letter = Letter("x", "y")
    content = make_mail(
        letter,
        to=RULES.to,
        sender=RULES.sender,
        sender_name=name,
        message_id="<1@town.example>",
        at=at(3, 10),
        files=(),
    )
    mail = read(content)
    (shown,) = mail["From"].addresses
    assert (shown.display_name, shown.addr_spec) == (one_line(name), RULES.sender)
    assert mail["Bcc"] is None


def test_every_line_is_shorter_than_smtp_wants_and_all_of_it_is_ascii() -> None:
    filed = a_filed_report()
    letter = letter_of(filed, RULES, MailKind.DRAFT, ["x.docx"], language="zh-CN")
    content = made(letter, (Attached("x.docx", b"\xff" * 5000),))
    assert content.isascii()
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))  # RFC 5321, 4.5.3.1.6
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_same_values_become_the_same_bytes() -> None:
    file = Attached("x.docx", b"docx")
    assert made(Letter("a", "b"), (file,)) == made(Letter("a", "b"), (file,))


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_correction_and_stamped_copy_are_marked_and_say_why(language: str) -> None:
    filed = replace(a_filed_report(), revision=2, correction_reason="One figure was wrong.")
    letter = letter_of(filed, RULES, MailKind.STAMPED, ["a.docx"], language=language)
    marks = {"zh-CN": "【更正】【盖章件】", "en": "[Correction] [Stamped copy] "}
    assert letter.subject.startswith(marks[language])
    assert "One figure was wrong." in letter.text


@pytest.mark.parametrize(
    ("answer", "why"), [("", ""), ("数据已核实", "未作修改的说明：数据已核实")]
)
def test_report_filed_again_after_its_return_is_no_correction(answer: str, why: str) -> None:
    filed = replace(a_filed_report(), revision=2, return_answer=answer)
    letter = letter_of(filed, RULES, MailKind.DRAFT, ["a.docx"], language="zh-CN")
    assert letter.subject.startswith("【重报】市工科局")
    assert f"退回后重新报送，替换此前报送的文本。{why}\n" in letter.text
    assert "更正" not in letter.subject + letter.text


@pytest.mark.parametrize(
    ("sizes", "fit"),
    [
        ([], []),
        ([300_000, 300_000, 10], [True, False, True]),
        ([2_000_000, 100_000], [False, True]),
    ],
)
def test_what_fits_into_a_mail_goes_in_its_order_and_the_mail_stays_below_its_size(
    sizes: list[int], fit: list[bool]
) -> None:
    most = 1 << 20
    assert that_fit(sizes, most_bytes=most) == fit
    gone = [size for size, fits in zip(sizes, fit, strict=True) if fits]
    files = tuple(Attached("盖章件.pdf", bytes(size)) for size in [100_000, *gone])
    assert len(made(Letter("a", "b"), files)) < most


@pytest.mark.parametrize("address", ["a@b", "bgs.1+x@fgj.example.gov.cn", f"a@{'b' * 63}.cn"])
def test_one_bare_address_is_one(address: str) -> None:
    assert is_mail_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a",
        "a@",
        "@b",
        "a@b,c@d",
        "a@b;c@d",
        "a@b\r\nBcc: c@d",
        "a@b\n",
        "办公室 <a@b>",
        '"a b"@c',
        "a b@c",
        "a@b c",
        "a@b@c",
        "a@-b",
        "办公室@b",
        "a@办公室",
        "a..b@c",
        "x" * 65 + "@b",
        f"a@{'b.' * 130}cn",
    ],
)
def test_anything_else_is_no_address(address: str) -> None:
    assert not is_mail_address(address)


def test_mail_says_that_the_evidence_is_kept_in_the_system_and_not_attached() -> None:
    shown = replace(a_filed_entry(), evidence=(EvidenceFile(1, "照片1.png", "0" * 64, 1),) * 2)
    told = letter_of(a_filed_report(shown), RULES, MailKind.DRAFT, ["x.docx"], language="zh-CN")
    assert "佐证材料2件已随系统报送，本邮件不另附。" in told.text.split("\n")
    plainly = letter_of(a_filed_report(), RULES, MailKind.DRAFT, ["x.docx"], language="zh-CN")
    assert "佐证材料" not in plainly.text
