"""Words that are the name of a picture or a paper, and words that tell what was done."""

import pytest

from dialog.picture_names import describes_files, may_describe_files, own_name


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("现场照片", "现场照片"),
        ("佐证。", "佐证"),
        ("资质证书", "资质证书"),
        ("验收报告", "验收报告"),
        ("附件2", "附件2"),
        ("消费券发放现场", "消费券发放现场"),
        ("现场照片：核酸采样点", "核酸采样点"),
        ("现场", "现场"),
        ("签约现场", "签约现场"),
        ("商圈建设现场", "商圈建设现场"),
        ("领导小组会", "领导小组会"),
        ("专题会议。", "专题会议"),
        ("托管地块", "托管地块"),
        ("The signing ceremony", "The signing ceremony"),
        ("The certificate", "The certificate"),
        ("signing photo", "signing photo"),
        ("Photos", "Photos"),
        ("our new greenhouse pictures", "our new greenhouse pictures"),
        ("signed contract", "signed contract"),
        ("见附件", ""),
    ],
)
def test_caption_that_names_the_file_tells_nothing_of_the_measure(caption: str, name: str) -> None:
    assert describes_files(caption)
    assert own_name(caption) == name


@pytest.mark.parametrize(
    "caption",
    [
        "取得证书",
        "已颁发证书",
        "印发通知",
        "签订合同",
        "大桥建成",
        "已完成：12处选址",
        "深入现场",
        "专家已到现场",
        "召开领导小组会",
        "本月开会",
        "签约现场3家",
        "进展顺利",
        "培训三期",
        "正在招标",
        "已开工",
        "缺资金",
        "待批复",
        "组织培训",
        "正在对接",
        "Collected the evidence",
        "We met at the venue",
        "Three kilometres built",
        "On track",
        "The opening.",
    ],
)
def test_caption_that_tells_what_was_done_names_no_file(caption: str) -> None:
    assert not describes_files(caption)
    assert own_name(caption) == ""
    assert not may_describe_files(caption)


EVENTS = ["签约和授牌", "培训班开班、结业", "项目招标", "银企对接"]
ENGLISH = ["The slope above the road", "Signing at the bank", "new greenhouse"]


@pytest.mark.parametrize(
    "caption", ["沿街商铺", "新大棚", "领导小组合照", "沿街商铺\n新大棚", *EVENTS, *ENGLISH]
)
def test_phrase_that_tells_of_nothing_may_be_the_name_of_a_picture(caption: str) -> None:
    assert may_describe_files(caption)
    assert not describes_files(caption)
