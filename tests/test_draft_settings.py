"""Profiles of drafts, as config.toml has them: what is wrong with one stops the start."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, SettingsFault, faults_text, load_settings
from reports.draft_profile import DraftProfile
from texts import LANGUAGES, plain
from vocabulary.period import Period

pytestmark = pytest.mark.smoke


def loaded(draft: str) -> Settings:
    file = Path("config.toml")
    file.write_text(f"[draft]\n{draft}\n", encoding="utf-8")
    return load_settings(file, {})


def faults(draft: str) -> tuple[SettingsFault, ...]:
    with pytest.raises(SettingsError) as refused:
        loaded(draft)
    for language in LANGUAGES:
        assert len(faults_text(refused.value, language).splitlines()) > len(refused.value.faults)
    return refused.value.faults


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_usual_title_is_that_of_the_texts() -> None:
    usual = Settings().draft.profiles("甲办").usual
    assert usual.title == plain("zh-CN", "paper-draft-title", plan="{plan}", period="{period}")
    assert usual.closing == plain("zh-CN", "paper-draft-closing")
    assert usual == DraftProfile(addressee="甲办", title=usual.title, closing=usual.closing)


def test_profile_of_the_office_is_that_of_every_unit_without_its_own() -> None:
    profiles = loaded(
        "title = '{unit}{period}工作报告'\nbody_font = '仿宋'\nletterhead_mm = 80\n"
        "closing_phrase = '专此报告。'\ndate = 'blank'\nseal = 'borrowed'"
    ).draft.profiles("甲办")
    profile = profiles.of("市工科局", "永济市工业和科技局")
    assert profile is profiles.usual
    assert (profile.addressee, profile.title) == ("甲办", "{unit}{period}工作报告")
    assert (profile.fonts.body, profile.fonts.heading_1) == ("仿宋", "黑体")
    assert (profile.letterhead, profile.closing) == (80, "专此报告。")
    assert profile.blank_day
    assert profile.borrowed_seal


def test_units_own_profile_overrides_the_offices_and_keeps_the_rest() -> None:
    profiles = loaded(
        "letterhead_mm = 80\ndate = 'blank'\ntitle_font = '华文中宋'\ncode = false\n"
        "units = [{ unit = '市工科局', addressee = '市政府', date = 'filed', body_font = '仿宋',"
        " seal = 'borrowed', code = true }, { unit = '永济市公安局', letterhead_mm = 0 }]"
    ).draft.profiles("甲办")
    roads = profiles.of("市工科局", None)
    assert (roads.addressee, roads.blank_day, roads.borrowed_seal) == ("市政府", False, True)
    assert (roads.fonts.body, roads.fonts.title, roads.letterhead) == ("仿宋", "华文中宋", 80)
    police = profiles.of("市公安局", "永济市公安局")
    assert (police.addressee, police.letterhead, police.blank_day) == ("甲办", 0, True)
    assert (roads.code, police.code) == (True, False)
    assert profiles.of("市教育局", None) == profiles.usual


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("title = '关于{plan的报告'", "title-braces"),
        ("title = '关于{plan}}的报告'", "title-braces"),
        ("title = '{plna}{period}的报告'", "title-unknown"),
        ("title = '{period.year}的报告'", "title-unknown"),
        ("title = '{period:>30}的报告'", "title-unknown"),
        ("title = '{period!r}的报告'", "title-unknown"),
        ("title = '{}{period}'", "title-unknown"),
        ("title = '{plan}完成情况的报告'", "title-of-no-month"),
        ("title = '{period}的\u3000报告'", "not-one-line"),
        ("title = ''", "empty"),
        ("closing_phrase = ' '", "empty"),
        ('closing_phrase = "特此\\n报告。"', "not-one-line"),
        ('closing_phrase = "特此报告\\u0000"', "not-one-line"),
        ("closing_phrase = 3", "not-text"),
        ("body_font = ''", "empty"),
        ('heading_font = "黑体\\u202e"', "not-one-line"),
        (f"title = '{{period}}{'长' * 100}'", "title-long"),
        (f"title_font = '{'宋' * 32}'", "font-name-too-long"),
        ("letterhead_mm = -1", "too-small"),
        ("letterhead_mm = 151", "too-large"),
        ("letterhead_mm = '80mm'", "not-a-whole-number"),
        ("date = 'today'", "not-one-of"),
        ("seal = 'red'", "not-one-of"),
        ("code = 'perhaps'", "not-yes-or-no"),
    ],
)
def test_wrong_profile_is_refused_for_the_office_and_for_a_unit(written: str, key: str) -> None:
    name = written.partition(" ")[0]
    (fault,) = faults(written)
    assert fault.place == f"config.toml: [draft] {name}"
    assert fault.text_key == f"settings-{key}"
    (fault,) = faults(f"units = [{{ unit = '甲' }}, {{ unit = '乙', {written} }}]")
    assert fault.place == f"config.toml: [draft] units #2 {name}"
    assert fault.text_key == f"settings-{key}"


def test_everything_wrong_with_profiles_is_told_at_once() -> None:
    found = faults(
        "title = 'x'\nunits = [{ title = '{period}' }, { unit = '甲', sael = 'own' },"
        " { unit = '' }, { unit = '乙', addressee = '' }]"
    )
    assert [
        (fault.place.removeprefix("config.toml: [draft] "), fault.text_key) for fault in found
    ] == [
        ("title", "settings-title-of-no-month"),
        ("units #1 unit", "settings-missing"),
        ("units #2 sael", "settings-unknown-nearest"),
        ("units #3 unit", "settings-empty"),
        ("units #4 addressee", "settings-empty"),
    ]


@pytest.mark.parametrize("colon", ["：", ":", " ： "])
def test_an_addressee_that_is_a_colon_alone_is_refused(colon: str) -> None:
    (found,) = faults(f"units = [{{ unit = '甲', addressee = '{colon}' }}]")
    assert (found.place.rpartition(" ")[2], found.text_key) == ("addressee", "settings-empty")


def test_unit_with_two_profiles_is_refused() -> None:
    found = faults("units = [{ unit = '甲' }, { unit = '乙' }, { unit = '甲', seal = 'borrowed' }]")
    assert [(fault.place, fault.text_key) for fault in found] == [
        (f"config.toml: [draft] units #{number} unit", "settings-unit-twice") for number in (1, 3)
    ]


@pytest.mark.parametrize("written", ["{unit}{period}", "{{{month}}}月", "{year}年{month}月"])
def test_title_that_the_settings_take_can_be_filled(written: str) -> None:
    title = loaded(f"title = '{written}'").draft.title
    period = Period(2022, 7)
    filled = title.format(plan="p", period="x", unit="u", year=period.year, month=period.month)
    assert filled
