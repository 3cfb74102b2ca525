import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.errors import ApiError
from sandbox.markup import Entity, FormattedText, finished, parse_html, to_html


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a</b> <strong>b</strong>", "a b", [("bold", 0, 1), ("bold", 2, 1)]),
        ("<i>a</i><em>b</em>", "ab", [("italic", 0, 1), ("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
        (
            "<s>a</s><strike>b</strike><del>c</del>",
            "abc",
            [("strikethrough", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1)],
        ),
        (
            '<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>',
            "ab",
            [("spoiler", 0, 1), ("spoiler", 1, 1)],
        ),
        ("<code>a</code><pre>b</pre>", "ab", [("code", 0, 1), ("pre", 1, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<b>😀任务</b>x", "😀任务x", [("bold", 0, 4)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<B>a</b>", "a", [("bold", 0, 1)]),
        ("<b></b>a", "a", []),
    ],
)
def test_supported_tags_become_entities_in_utf16_units(
    source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    found = finished(parse_html(source))
    assert found.text == text
    assert [(e.type, e.offset, e.length) for e in found.entities] == entities


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&lt;a&gt; &amp; &quot;b&quot;", '<a> & "b"'),
        ("&#37096;&#x95E8;", "部门"),
        ("&nbsp;&copy; a & b", "&nbsp;&copy; a & b"),
        ("&#0;&#x110000;", "&#0;&#x110000;"),
    ],
)
def test_only_four_names_and_numbers_are_decoded(source: str, text: str) -> None:
    assert parse_html(source).text == text


def test_link_keeps_its_address_and_a_bad_one_is_plain_text() -> None:
    found = parse_html('<a href="https://example.org/?a=1&amp;b=2">x</a><a href="no">y</a>')
    assert found.text == "xy"
    assert found.entities == (Entity("text_link", 0, 1, url="https://example.org/?a=1&b=2"),)


def test_code_language_belongs_to_the_enclosing_pre() -> None:
    found = parse_html('<pre><code class="language-python">x</code></pre>')
    assert found.entities == (Entity("pre", 0, 1, language="python"),)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("部<x>a</x>", 'Unsupported start tag "x" at byte offset 3'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b>a</i>",
            'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
        ),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<a href=", "Unclosed start tag at byte offset 0"),
        ("<a =x>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=a/b>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_other_markup_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.status == 400
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_space_around_the_text_is_trimmed_and_entities_move_along() -> None:
    found = finished(parse_html("  \n<b> 7月份 </b>\r\n"))
    assert found == FormattedText("7月份", (Entity("bold", 0, 3),))


def test_commands_links_and_mentions_are_found_but_not_inside_code() -> None:
    found = finished(
        parse_html("/report@a_bot 见 https://t.me/a_bot?start=x @adalove <code>/x</code>")
    )
    assert [(e.type, e.offset, e.length) for e in found.entities] == [
        ("bot_command", 0, 13),
        ("url", 16, 26),
        ("mention", 43, 8),
        ("code", 52, 2),
    ]


@pytest.mark.parametrize("text", ["1/2", "a/b", "和/或"])
def test_a_slash_inside_words_is_no_command(text: str) -> None:
    assert finished(FormattedText(text)).entities == ()


@given(st.text(alphabet=st.sampled_from("ab<>&\"'/ \n部😀")))
def test_escaped_text_arrives_as_it_was(text: str) -> None:
    assert parse_html(to_html(text, ())).text == text


@given(
    st.recursive(
        st.sampled_from(["部", "😀", "a&amp;b", "&lt;"]),
        lambda inner: st.tuples(
            st.sampled_from(["b", "i", "u", "s", "tg-spoiler", "blockquote"]), st.lists(inner)
        ).map(lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"),
    )
)
def test_html_made_from_entities_parses_back_to_them(source: str) -> None:
    once = finished(parse_html(source), detect=False)
    again = finished(parse_html(to_html(once.text, once.entities)), detect=False)
    assert again.text == once.text
    assert set(again.entities) == set(once.entities)
