"""Plan documents of the tests' own making."""

from plans.reader import read_plan
from vocabulary.plan import DocumentMeasure, Doubt, Mention, PlanDocument
from vocabulary.terms import Role

LEAD, RESPONSIBLE, COOPERATING = Role.LEAD, Role.RESPONSIBLE, Role.COOPERATING

FRONT = """某县人民政府办公室文件
某政办发〔2026〕7号
某县人民政府办公室
关于印发《某县推进服务业发展2026年行动计划》的通知
各乡镇，县直各单位：
某县人民政府办公室
2026年1月9日
"""
RULE = "各单位每月5日前将上月完成情况报送县发改局(综合股)，邮箱 office@example.org。"


def a_plan(body: str, *, front: str = FRONT) -> PlanDocument:
    return read_plan(f"{front}\n{body}\n".encode(), name="plan.txt")


def measures_of(body: str) -> tuple[DocumentMeasure, ...]:
    return a_plan(body).measures


def only_measure(text: str) -> DocumentMeasure:
    (measure,) = measures_of(f"一、主要任务\n1.{text}")
    return measure


def doubts_of(body: str, *, front: str = FRONT) -> dict[str, Doubt]:
    """By key; a key that comes twice is a fault of the reader, except for groups."""
    doubts = a_plan(body, front=front).doubts
    keyed = {doubt.text_key: doubt for doubt in doubts}
    assert len(keyed) == len(doubts), "a doubt is said twice"
    return keyed


def lead(*names: str) -> tuple[Mention, ...]:
    return tuple(Mention(name, LEAD) for name in names)


def responsible(*names: str) -> tuple[Mention, ...]:
    return tuple(Mention(name, RESPONSIBLE) for name in names)


def cooperating(*names: str) -> tuple[Mention, ...]:
    return tuple(Mention(name, COOPERATING) for name in names)
