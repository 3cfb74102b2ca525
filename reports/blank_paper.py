"""The empty official document (公文) after GB/T 9704-2012: page, styles and nothing else.

Written out whole, because python-docx's own template is American: Letter paper, a Japanese theme,
compatibility mode 14. Lengths are twips (1/20 pt, 1/1440 inch) unless their name says otherwise.
"""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from reports.package import zipped

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838  # A4
TOP, BOTTOM, LEFT, RIGHT = 2098, 1984, 1588, 1474  # 37 mm above, 28 mm at the binding side
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT  # 156 mm
HEADER_FROM_EDGE = 851  # 15 mm
FOOTER_FROM_EDGE = 1427  # so that the dashes of the page number are 7 mm under the text
LINE = 579  # 28.95 pt: 22 lines a page; 29 pt would give 21
TITLE_LINE = 660  # 33 pt
FOOTER_LINE = 280
CHARACTER = 320  # 三号, 16 pt
CLOSER = -5  # between characters: 28 a line; without it 27

_SIZE_TABLE = 21  # 五号
_SIZE_BODY, _SIZE_TITLE, _SIZE_PAGE_NUMBER, _SIZE_QUIET = 32, 44, 28, 18  # half points


@dataclass(frozen=True, slots=True)
class Fonts:
    """Fonts by name; they are on the reader's machine and never shipped."""

    title: str = "方正小标宋简体"
    body: str = "仿宋_GB2312"
    heading_1: str = "黑体"
    heading_2: str = "楷体_GB2312"
    page_number: str = "宋体"


# What else a font is called, and which takes its place where it is missing.
_ALSO_CALLED = {
    "方正小标宋简体": "FZXiaoBiaoSong-B05S",
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "黑体": "SimHei",
    "宋体": "SimSun",
}

_OFF_GRID = '<w:snapToGrid w:val="0"/>'  # a line of its own height, not a whole number of lines
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"


def blank_paper(fonts: Fonts) -> bytes:
    """A DOCX without a paragraph, with the styles that `OfficialPaper` uses."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
        ),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relationships(
            (f"{_OFFICE}/styles", "styles.xml"),
            (f"{_OFFICE}/settings", "settings.xml"),
            (f"{_OFFICE}/fontTable", "fontTable.xml"),
            (f"{_OFFICE}/theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": _styles(fonts),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(fonts),
        "word/theme/theme1.xml": _theme(fonts),
    }
    return zipped({name: (_XML + part).encode() for name, part in parts.items()})


def _content_types() -> str:
    word = f"{_TYPE}.wordprocessingml"
    overrides = {
        "/word/document.xml": f"{word}.document.main+xml",
        "/word/styles.xml": f"{word}.styles+xml",
        "/word/settings.xml": f"{word}.settings+xml",
        "/word/fontTable.xml": f"{word}.fontTable+xml",
        "/word/theme/theme1.xml": f"{_TYPE}.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    listed = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relationships(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _document() -> str:
    return (
        f"<w:document {_W}><w:body><w:sectPr>"
        f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}" '
        f'w:header="{HEADER_FROM_EDGE}" w:footer="{FOOTER_FROM_EDGE}" w:gutter="0"/>'
        f'<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="{LINE}"/>'
        "</w:sectPr></w:body></w:document>"
    )


def _font(name: str) -> str:
    quoted = quoteattr(name)
    return f"<w:rFonts w:ascii={quoted} w:hAnsi={quoted} w:eastAsia={quoted} w:cs={quoted}/>"


def _style(
    style_id: str,
    name: str,
    paragraph: str,
    run: str = "",
    *,
    based_on: str = "Normal",
    default: bool = False,
) -> str:
    marks = ' w:default="1"' if default else ""
    base = "" if default else f'<w:basedOn w:val="{based_on}"/>'
    return (
        f'<w:style w:type="paragraph"{marks} w:styleId="{style_id}"><w:name w:val="{name}"/>{base}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _spacing(line: int) -> str:
    return f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _styles(fonts: Fonts) -> str:
    indent = f'<w:ind w:firstLineChars="200" w:firstLine="{2 * CHARACTER}"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_font(fonts.body)}{_size(_SIZE_BODY)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    styles = (
        _style(
            "Normal",
            "Normal",
            # No room is added beside half-width signs, and a page is filled to its last line.
            '<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
            f'<w:adjustRightInd w:val="0"/>{_spacing(LINE)}<w:jc w:val="both"/>',
            f'<w:spacing w:val="{CLOSER}"/>',
            default=True,
        ),
        _style("BodyText", "Body Text", indent),
        _style("Letterhead", "Letterhead", f"{_OFF_GRID}{_spacing(LINE)}"),
        _style(
            "Title",
            "Title",
            f'{_OFF_GRID}{_spacing(TITLE_LINE)}<w:jc w:val="center"/>',
            f'{_font(fonts.title)}<w:spacing w:val="0"/>{_size(_SIZE_TITLE)}',
        ),
        _style(
            "Heading1",
            "heading 1",
            f'<w:keepNext/>{indent}<w:outlineLvl w:val="0"/>',
            _font(fonts.heading_1),
        ),
        _style(
            "Heading2",
            "heading 2",
            f'<w:keepNext/>{indent}<w:outlineLvl w:val="1"/>',
            _font(fonts.heading_2),
        ),
        # as high as its words, as much room above as below: an exact height would cut long rows
        _style(
            "TableText",
            "Table Text",
            f'{_OFF_GRID}<w:spacing w:before="50" w:after="50" w:line="240" w:lineRule="auto"/>'
            '<w:jc w:val="left"/>',
            f'<w:spacing w:val="0"/>{_size(_SIZE_TABLE)}',
        ),
        _style("Signature", "Signature", '<w:jc w:val="center"/>'),
        _style(
            "Footer",
            "footer",
            f"{_OFF_GRID}{_spacing(FOOTER_LINE)}",
            f'{_font(fonts.page_number)}<w:spacing w:val="0"/>{_size(_SIZE_PAGE_NUMBER)}',
        ),
        _style(
            "Header",
            "header",
            f'{_OFF_GRID}{_spacing(FOOTER_LINE)}<w:jc w:val="right"/>',
            f'<w:color w:val="595959"/><w:spacing w:val="0"/>{_size(_SIZE_QUIET)}',
        ),
    )
    return f"<w:styles {_W}>{defaults}{''.join(styles)}</w:styles>"


def _settings() -> str:
    return (
        f'<w:settings {_W}><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>"
        "<w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/>"
        "<w:adjustLineHeightInTable/><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _font_table(fonts: Fonts) -> str:
    names = (fonts.title, fonts.body, fonts.heading_1, fonts.heading_2, fonts.page_number)
    listed = []
    for name in dict.fromkeys(names):
        other = _ALSO_CALLED.get(name)
        also = f'<w:altName w:val="{other}"/>' if other else ""
        listed.append(f'<w:font w:name={quoteattr(name)}>{also}<w:charset w:val="86"/></w:font>')
    return f"<w:fonts {_W}>{''.join(listed)}</w:fonts>"


def _theme(fonts: Fonts) -> str:
    colours = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": "44546A",
        "lt2": "E7E6E6",
        "accent1": "4472C4",
        "accent2": "ED7D31",
        "accent3": "A5A5A5",
        "accent4": "FFC000",
        "accent5": "5B9BD5",
        "accent6": "70AD47",
        "hlink": "0563C1",
        "folHlink": "954F72",
    }
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items()
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"

    def family(name: str) -> str:
        quoted = quoteattr(name)
        return (
            f"<a:latin typeface={quoted}/><a:ea typeface={quoted}/>"
            f'<a:cs typeface=""/><a:font script="Hans" typeface={quoted}/>'
        )

    return (
        f'<a:theme {_A} name="GB/T 9704"><a:themeElements>'
        f'<a:clrScheme name="GB/T 9704">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="GB/T 9704"><a:majorFont>{family(fonts.heading_1)}</a:majorFont>'
        f"<a:minorFont>{family(fonts.body)}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="GB/T 9704"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
