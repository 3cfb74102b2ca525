"""Words that say of a measure itself that it is done, or that it is not: 已完成, 尚未开工."""

import re

_SIGNS = re.compile(r"[，,。.;；:：!！\n]+")
_OF_IT = (
    r"(?:其实|截至目前|目前|现在|本月|本项|这项|该项|此项|项目|工程|工作|任务|整体|总体|总的来说"
    r"|但是?|不过|只是|还|仍|都|均|暂时?)*"
)
_NOT_DONE = re.compile(
    rf"{_OF_IT}(?:(?:尚?未能?|没有?|没能|尚没有?)(?:全部|完全|最终|正式)?"
    r"(?:完成|办结|做完|完工|竣工|建成|开工|动工|启动|开始|实施|开展)(?:建设|实施)?"
    r"|(?:尚?无|没有?|没啥|没有?什么|未有|未取得|没有?取得)(?:新的?|明显|实质性?|任何|太?大的?|多大|多少)?进展"
    r"|(?:进展|进度|推进)(?:不大|不明显|缓慢|较慢|滞后)"
    r"|正在(?:有序|稳步|加快|抓紧|全力)*(?:推进|实施|建设|施工|办理)(?:之?中)?)[了呢]?"
    r"|(?:but |it is |it's |still )*"
    r"(?:not (?:yet )?(?:done|finished|completed?|started|begun)(?: yet)?|unfinished"
    r"|(?:no|little) progress(?: (?:yet|this month))?)",
    re.IGNORECASE,
)
_DONE = re.compile(
    rf"{_OF_IT}(?:已经?)?(?:全部|全面)?(?:完成|办结)了?"
    r"|(?:but |it is |it's )*(?:done|completed|finished)",
    re.IGNORECASE,
)


def says_not_done(words: str) -> str:
    """The clause that says that the measure is not done; empty where none does.

    第二阶段尚未开工 is of a part, 尚未取得证书 of a paper, and 上月尚未开工 of another month.
    """
    return _clause(_NOT_DONE, words)


def says_done(words: str) -> str:
    """The clause that says that all of the measure is done; 已完成选址 says it of a part."""
    return _clause(_DONE, words)


def _clause(pattern: re.Pattern[str], words: str) -> str:
    clauses = (clause.strip() for clause in _SIGNS.split(words))
    return next((clause for clause in clauses if clause and pattern.fullmatch(clause)), "")
