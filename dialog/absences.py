"""What tells that its writer is away, when they are back, and who stands in: no report.

A report tells what others did: 我社组织2名干部外出学习, 8月3日—5日举办培训. Here I am the one, or
somebody does it for me; and nothing else is told.
"""

import re

from vocabulary.month_names import LIKE_A_MONTH

DAY = (
    r"(?:今天|明天|后天|大后天|[这下本]个?(?:周|星期|礼拜)[一二三四五六日天末]?|周[一二三四五六日天]"
    r"|下个?月|这[几两三]天|(?:\d{1,2}月)?\d{1,2}[日号])"
)
_LEAVE = "(?:休[年病产婚]?假|请[病事产婚年]?假|年假|产假|病假)"
_STANDS_IN = r"(?:[,，\s]*(?:请|由|让|找)?[^\n。；;，,]{1,6}?(?:代我?|替我?|顶)[^\n。；;，,]{0,8})?"
_FILLS_IN = (
    r"(?:[,，\s]*(?:请|由|让|找|叫|(?=[^\n。；;，,\d]{0,4}b岗))[^\n。；;，,\d]{1,6}?(?:来|帮我?|帮忙)?"
    r"(?:填报|填写|填|报送|报|办理|办|接手|接)(?:一下|月报|吧|了|的)*)"
)
"""由赵B岗填, 请B岗报: behind 我出差."""

MYSELF = (
    r"(?:我|本人)(?=今天?|明[天后早晚]|后天|大后天|[下这本]个?[周星礼月几两]|周[一二三四五六日天末]|从|自\d|要(?!素)|得|需|会(?!同)|将"
    r"|在外|准备|打算|可能|已|正|近期|最近|因|也|就|还|想|不|去|休|请|出[差去门]|产假|年假|病|外出|家里|被|即|快|马上|调|离职|退休|换岗|轮岗|转岗"
    r"|和|同|与|\d)"
    r"(?!不?\d+[名人家户])"
)
"""I, who do or shall do it. What names a unit (我社, 我街道) tells what others there did."""

_ABSENCE = re.compile(
    rf"{MYSELF}(?:(?!\d+[名人家户])[^\n。；;，,]){{0,14}}?"
    rf"(?:{_LEAVE}|出差|不在(?:单位|家|岗|办公室|班)?|外出|在外(?:面|地|出差))"
    rf"(?:[^\n。；;，,]{{0,6}}{_STANDS_IN}|了?{_FILLS_IN})"
    rf"|(?:[从自]?{DAY}(?:起|开始|以后)?(?:[到至~-]{DAY})?)[要想得需我]*{_LEAVE}[^\n。；;，,]{{0,4}}{_STANDS_IN}"
    rf"|[从自]?{DAY}(?:起|开始|以后)?(?:[到至~-]{DAY})?[要得需我都均]*"
    rf"(?:不在(?:单位|家|岗|办公室|班)?|出差|外出)[了哦啊]?(?:{_STANDS_IN}|{_FILLS_IN})"
    r"|i(?: am|'m| will be|'ll be) (?:away|on leave|on holiday|out of office)[^\n.;]{0,30}",
    re.IGNORECASE,
)
"""An absence told in one breath: 我明天起休假一周，王强代我报."""

_SPAN = (
    r"(?:[从自到至]?(?:(?:\d{1,2}月)?\d{1,2}[-—–~～到至]+)?"
    + DAY
    + r"(?:[-—–~～到至]+"
    + DAY
    + r")?"
    r"|[从自]?(?:近期|最近|近日|这段时间|这几?天|[这本下]个?月)|期间|[上下]午|(?:这?[\d一二两三四五六七]|十)[天周])"
    r"(?:起|开始|以后|之?前|左右|上午|下午)?"
)
"""8月3日—8月5日, 这周, 明天起: when."""

_WILL = "(?:[要得需会将在都也还正就可能去到因已才]|准备|打算|计划|可能){0,4}"
_ELSEWHERE = (
    "(?:[在去到赴回](?:外面?|外地|省里?|市里|县里|老家"
    r"|[^\n\d，,。；;我]{2,6}?(?=[参出开培学住])))?"
)
_KEPT_BY = (
    "(?:(?:参加|有|做|动|来|去)?一?[个场次]?(?:全[市省县国])?"
    "(?:出差|开会|会议|培训班?|学习|住院|手术|请[病事产婚年丧]?假|休[年病产婚丧]?假"
    "|[年病产婚事]假|外出|外地|不在(?:单位|岗|家|办公室)?))"
)
_AWAY = rf"(?:{_SPAN})?{_WILL}{_ELSEWHERE}{_KEPT_BY}(?:了|中|呢)?(?:{_SPAN})?"
_WHILE_AWAY = re.compile(_AWAY)
_I_AM_AWAY = re.compile(rf"(?:{_SPAN})?(?:我|本人){_AWAY}")
"""我8月3日—8月5日培训, 这周我在外地开会. Without 我 it may be the report's: 8月3日培训."""
_LEAVE_ALONE = re.compile(
    rf"(?:{_SPAN})?{_WILL}(?:请[病事产婚年丧]?假|休[年病产婚丧]?假)了?(?:{_SPAN})?"
)
"""请假三天: nobody's but the writer's, where nothing else is told."""

_MEETING = re.compile(
    rf"(?:{_SPAN})?(?:我|本人)(?:{_SPAN})?{_WILL}(?:参加|有)?一?[个场次]?(?:开会|会议)"
)
"""我下午开会: nobody stands in for an hour, and nobody has said that they report later."""

_FILES = "(?:填报|填写|上报|报送|报|填|办理|办|接手|处理|代劳|顶)"
_WHO = r"(?![你您谁请由让能可都])[^\n\d，,。；;我]{1,8}?"
_FOR_ME = re.compile(
    rf"(?:{_SPAN})?(?:由|请|让|叫|找|麻烦|委托|先由)?{_WHO}(?:来|帮忙|先)?[替代]我{_FILES}?"
    r"(?:一下|吧|了|的|本月|这个?月|月报|报告){0,3}+"
)
"""张三替我报, 这周请Denis替我报."""

_BY_SOMEBODY = re.compile(
    rf"(?:{_SPAN})?(?:由|请|让|叫|找|麻烦|委托){_WHO}(?:来|帮忙|先)?[替代帮]?我?{_FILES}"
    r"(?:一下|吧|了|的|本月|这个?月|月报|报告){0,3}+"
)
_ASK_ANOTHER = re.compile(
    rf"(?:{_SPAN})?(?:有[急要]?事)?(?:可以|请|先|就)*(?:找|联系){_WHO}(?:就行|就好|即可|吧)?"
)
"""这几天找陈静."""

_RETURN = (
    "(?:才|就|能|再)?(?:回来?|回单位|回岗|返岗|到岗|上班|销假)(?:以?后|了)?"
    f"(?:再|就|马上)?{_FILES}?(?:吧|了)?"
)
_I_AM_BACK_ON = re.compile(rf"(?:我{_SPAN}|{_SPAN}我){_RETURN}")
_BACK_AGAIN = re.compile(rf"(?:等)?我?(?:{_SPAN})?{_RETURN}")
"""8月8日回来, 回来再报: only beside an absence."""

_WHEN = (
    r"(?:\s*(?:from|until|till|through|to|on|for|the|this|next|all|of|a|week|month|days?|today|tomorrow"
    rf"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|{LIKE_A_MONTH}|\d{{1,2}}(?:st|nd|rd|th)?|[-–—~])(?![a-z])){{0,8}}+"
)
_AWAY_IN_ENGLISH = re.compile(
    r"(?:i(?: am|'m| will be|'ll be) )?"
    r"(?:on (?:sick |annual )?leave|out of (?:the )?office|on holiday"
    rf"|on vacation|on a (?:business )?trip|travelling|traveling|in hospital|off sick){_WHEN}"
)
_BY_SOMEBODY_IN_ENGLISH = re.compile(
    r"[a-z][a-z .]{1,30}? (?:will|can|is going to)"
    r" (?:file|report|fill (?:it )?in|do it|cover|stand in)(?: for me| it| the report)?"
)
_BACK_IN_ENGLISH = re.compile(rf"(?:i(?: am|'m| will be|'ll be) )?back{_WHEN}")

_PARTS = re.compile(r"[,，。；;、!！\n]|\.(?=\s|$)")
_SURE = (_ABSENCE, _I_AM_AWAY, _LEAVE_ALONE, _I_AM_BACK_ON, _FOR_ME, _AWAY_IN_ENGLISH)
_BESIDE = (
    *_SURE,
    _WHILE_AWAY,
    _BY_SOMEBODY,
    _ASK_ANOTHER,
    _BACK_AGAIN,
    _BY_SOMEBODY_IN_ENGLISH,
    _BACK_IN_ENGLISH,
)
_LONGEST = 60


def is_told_absence(word: str) -> bool:
    """Whether it is told in one breath, or every clause is of it and one surely of the writer's.

    word: as `as_word` has it.
    """
    if _ABSENCE.fullmatch(word):
        return True
    if len(word) > _LONGEST:
        return False
    parts = [part.strip() for part in _PARTS.split(word) if part.strip()]
    if all(_MEETING.fullmatch(part) for part in parts):
        return False
    is_sure = any(one.fullmatch(part) for one in _SURE for part in parts)
    return is_sure and all(any(one.fullmatch(part) for one in _BESIDE) for part in parts)
