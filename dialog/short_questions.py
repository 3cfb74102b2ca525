"""Short sentences that ask; a report tells."""

import re

_TOLD_AFTER_ALL = (
    r"(?!谁[^\n]*谁|几号(?:线|路|楼|井|桥|院|地块|厂房)"
    r"|[^\n]*(?:已(?!经|报|填|交|发)[\u4e00-\u9fff]{2,6}|\d+[条家户处])$)"
)
"""谁执法谁普法责任制, 几号线优化2条, 怎么办理流程图已公布: a name that begins like a question."""

_QUESTION = re.compile(
    r"[^\n。；;]{1,40}[?？]+"
    r"|[^\n。；;]{1,30}[吗嘛](?:呢|啊)?"
    rf"|{_TOLD_AFTER_ALL}(?:请问|什么时候|啥时候|为什么|为啥|怎么|几号|哪天|谁来?)[^\n。；;，,]{{0,20}}"
    r"|[^\n。；;，,]{0,12}(?:要不要|用不用|能不能|可不可以|需不需要|是不是)[^\n。；;，,]{0,16}"
    r"|[^\n。；;，,]{0,12}(?:行不行|对不对|好不好|够不够|合不合适)"
    r"|(?![^\n]*(?:[就则都也没无]|不[管论知]))[^\n。；;，,]{1,14}(?:哪里|哪儿|什么地方|什么时候|啥时候|哪一[项条个天]|多少)(?:了|呢|啊|来着)?"
    r"|(?:是|到底)?(?:哪里|哪儿|哪[一几]?[项条个句处])[^\n。；;，,]{0,4}(?:错|不对|不行|有问题|没填)了?"
    r"|[^\n。；;，,]{1,14}(?:都|还|要|得)*有哪些(?:了|呢|啊)?"
    r"|[^\n。；;，,]{0,12}咋(?:填|报|写|办|弄|改|传|发|整|回事)(?:了|呢|啊)?"
    r"|[^\n。；;，,]{0,8}(?:让我|我想|想|我)问(?:一?下|一?问)[^\n。；;]{1,40}"
    r"|(?:第?\d{1,3}项?)?(?:现在|目前|到底|这个?|是)*(?:啥|什么|怎么个?)(?:情况|样|回事)(?:了|呢|啊)?"
    r"|(?:what|how|where|when|why|who|which(?: \w+)?)"
    r" (?:should|do|does|can|must|shall|is|are|would|may)"
    r" (?:i|we|you|it|this|that|they|the)\b[^\n.;]{0,40}"
    r"|(?:do|should|must|may) (?:i|we)\b[^\n.;]{1,40}"
)

_THIS_ONE = (
    r"(?:[这那本该]一?[项条个]?|第?\d{1,3}项?|上个?月|去年|我们?|照片|附件|佐证|文字|内容|数){0,3}+"
)
_WHICH = (
    r"(?:什么|啥|哪一?个?|谁)(?:口径|数|材料|内容|格式|意思|[栏格里家]|科室|单位|时候|标准|类)?"
)
_MANY = r"(?:几|多少)(?:[张份页号天条句个字])?(?:照片|材料)?"
_MUST = "(?:需?要|需|必须|应该|[传发附交写填盖])"
_WORDS = r"[^\n。；;，,\d]"
_ENDS = r"[了呢啊呀的]*"
_IN_CHINESE = (
    rf"(?:什么|啥)[是叫算]{_WORDS}{{1,10}}",
    (
        rf"{_THIS_ONE}(?:到底|还|要|应该?){{0,2}}(?:[是指按填写报算叫归由]|交给?)的?是?{_WHICH}"
        rf"(?:{_MUST}|管|负责|牵头)?{_ENDS}"
    ),
    rf"{_THIS_ONE}谁(?:负责|牵头|来?[填报]|在?管){_ENDS}",
    (
        rf"{_THIS_ONE}(?:到底|应该?|要)?[是填按报写归算]{_WORDS}{{1,10}}还是"
        rf"(?![没未不在老同原]|上月){_WORDS}{{1,10}}"
    ),
    rf"{_THIS_ONE}(?:到底|最多|至少)?{_MUST}到?{_MANY}(?:合适)?{_ENDS}",
    rf"{_THIS_ONE}写?(?:多长|多少字)(?:合适|才?行)?{_ENDS}",
    rf"(?:还|都)?[有剩差缺]?下?(?:哪些|几[项条个]|多少[项条]?)[没要][填报写]{_ENDS}",
    rf"还[剩差缺]下?(?:哪些|几[项条个]|多少){_ENDS}",
    rf"(?:截?止?|报|填)到(?:几号|哪天){_ENDS}",
    rf"第?\d{{1,3}}项?(?:去哪|在哪|哪去)[儿里]?{_ENDS}",
    rf"(?:能不能|能否|可不可以|要不要|用不用|需不需要){_WORDS}{{1,12}}",
    rf"{_WORDS}{{0,8}}(?:[要用能算让该]|可以|必须){_WORDS}{{0,8}}不",
    rf"{_WORDS}{{1,8}}(?:[了过完好]|上去)没有?[啊呢]?",
)
_IN_ENGLISH = (
    (
        r"(?:is|are|am|does|can|could|should|will|(?:did|was)(?= (?:i|we|it|you) ))"
        r" (?:i|we|it|this|that|the|an?|you|there|they|my|our|these)\b[^\n.;:]{1,40}"
    ),
    r"(?:what|who|which \w+) (?:is|are|counts?|leads?|does|must|goes|belongs)\b[^\n.;:]{0,40}",
    r"how (?:many|much|long)\b[^\n.;:\d]{1,40}",
    r"(?:(?:i am|i'm) )?(?:not sure|no idea|i don't know) (?:what|how|which|where)[^\n.;:]{0,40}",
)
_PLAINLY = re.compile(
    r"(?![^\n]*(?:已|完成|明确|摸清|落实|公布|印发|settled|agreed|decided))"
    rf"(?:{'|'.join((*_IN_CHINESE, *_IN_ENGLISH))})"
)
"""What begins or ends as only a question does, without its sign: 要盖章不, 什么是佐证, is it."""


def is_question(word: str) -> bool:
    """word: as `as_word` has it."""
    return _QUESTION.fullmatch(word) is not None or asks_plainly(word)


def asks_plainly(word: str) -> bool:
    """什么是佐证 asks about evidence, and is not its name."""
    return _PLAINLY.fullmatch(word) is not None
