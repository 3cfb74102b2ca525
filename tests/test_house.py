"""Holds the project to its word: layers, texts, settings, locks and documents."""

import ast
import importlib
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor
from vulture import Vulture

from bot.configuration import SettingPath, kept_from_file, settings_of, variable_of
from bot.settings import Settings, load_settings
from tests.texts_named import FILL, Code, Named
from texts import LANGUAGES
from vocabulary.terms import ProblemTurn, Timeliness

ROOT = Path(__file__).parents[1]
PACKAGES = (
    "bot",
    "dialog",
    "handlers",
    "models",
    "plans",
    "reports",
    "sandbox",
    "scheduler",
    "texts",
    "vocabulary",
)


@cache
def project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def modules(*packages: str) -> list[Path]:
    return [file for package in packages for file in sorted((ROOT / package).rglob("*.py"))]


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def shown(file: Path, node: ast.expr | ast.stmt) -> str:
    return f"{file.relative_to(ROOT)}:{node.lineno}"


def nothing(faults: Iterable[object]) -> None:
    """Fails with every fault on a line of its own."""
    lines = sorted(map(str, faults))
    assert not lines, "\n" + "\n".join(lines)


# Code


@pytest.mark.smoke
@pytest.mark.parametrize("package", PACKAGES)
def test_every_module_can_be_imported(package: str) -> None:
    for file in modules(package):
        if file.name != "__main__.py" and file.parts[-2] != "versions" and file.name != "env.py":
            dotted = ".".join(file.relative_to(ROOT).with_suffix("").parts)
            importlib.import_module(dotted.removesuffix(".__init__"))


def test_each_package_imports_only_what_stands_below_it() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    linted = subprocess.run(
        [linter, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert linted.returncode == 0, linted.stdout


def test_every_package_is_held_to_its_layer() -> None:
    packages = {file.parent.name for file in ROOT.glob("*/__init__.py")} - {"tests", "benchmarks"}
    assert packages == set(PACKAGES)
    linter = project()["tool"]["importlinter"]  # type: ignore[index]
    assert set(linter["root_packages"]) == packages


CLOCKS = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("time", "localtime"),
    ("time", "monotonic"),
    ("time", "perf_counter"),
    ("time", "time"),
}


HAVE_THE_TIME = {ROOT / "bot" / "clock.py", ROOT / "sandbox" / "__main__.py"}  # each a program's


def test_only_the_clock_asks_the_machine_for_the_time() -> None:
    asked = [
        shown(file, node)
        for file in modules(*PACKAGES)
        if file not in HAVE_THE_TIME
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute)
        and (ast.unparse(node.value).rpartition(".")[2], node.attr) in CLOCKS
    ]
    nothing(asked)


def test_handlers_tables_and_ticks_hold_no_chinese_sentence() -> None:
    written = [
        f"{shown(file, node)} {node.value}"
        for file in modules("handlers", "models", "scheduler")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.search(r"[\u4e00-\u9fff]", node.value) and node not in docstrings(tree(file))
    ]
    nothing(written)


def docstrings(module: ast.Module) -> Iterator[ast.Constant]:
    """Every string that stands alone: those of modules, classes, functions and attributes."""
    for node in ast.walk(module):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def unused(*searched: str) -> Iterator[tuple[Path, str]]:
    """Functions, classes and imports that nothing in the folders uses, by file.

    Names of fields and columns are left out: they are read by whoever reads the table.
    """
    rules = project()["tool"]["vulture"]  # type: ignore[index]
    vulture = Vulture(
        ignore_names=rules["ignore_names"], ignore_decorators=rules["ignore_decorators"]
    )
    vulture.scavenge([str(ROOT / folder) for folder in searched])
    for item in vulture.get_unused_code(min_confidence=60):
        if item.typ not in {"attribute", "variable"}:
            file = Path(item.filename).relative_to(ROOT)
            yield file, f"{file}:{item.first_lineno} {item.typ} {item.name}"


def test_the_product_holds_nothing_that_only_its_tests_use() -> None:
    nothing(told for file, told in unused(*PACKAGES) if file.parts[0] != "sandbox")


def test_the_sandbox_holds_nothing_that_neither_product_nor_tests_use() -> None:
    nothing(told for file, told in unused(*PACKAGES, "tests") if file.parts[0] == "sandbox")


# Texts


class Sentence(Visitor):
    """A message of the catalogue.

    shown: placeholders that are written; chosen_by: those that only choose between variants.
    parts: the messages that it is made from.
    """

    def __init__(self, file: Path, message: ftl.Message | ftl.Term) -> None:
        self.file = file
        self.shown: set[str] = set()
        self.chosen_by: set[str] = set()
        self.parts: set[str] = set()
        self.visit(message)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802 - the library's
        if isinstance(node.selector, ftl.VariableReference):
            self.chosen_by.add(node.selector.id.name)
        else:
            self.visit(node.selector)
        for variant in node.variants:
            self.visit(variant.value)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the same
        self.shown.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802 - the same
        self.parts.add(node.id.name)

    def visit_TermReference(self, node: ftl.TermReference) -> None:  # noqa: N802 - the same
        self.parts.add(f"-{node.id.name}")


@cache
def entries(language: str) -> list[tuple[str, Sentence]]:
    """Every message and term of the language, in the order of the files."""
    found = []
    for file in sorted((ROOT / "texts" / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file}: {entry.content}"
            if isinstance(entry, ftl.Message):
                found.append((entry.id.name, Sentence(file, entry)))
            if isinstance(entry, ftl.Term):
                found.append((f"-{entry.id.name}", Sentence(file, entry)))
    return found


@cache
def sentences(language: str) -> dict[str, Sentence]:
    return dict(entries(language))


def shown_by(language: str, key: str) -> set[str]:
    """Every placeholder that is written, those of the messages that it is made from included."""
    sentence = sentences(language)[key]
    return sentence.shown.union(*(shown_by(language, part) for part in sentence.parts))


def wanted(language: str, key: str) -> set[str]:
    """Every placeholder that has to be filled in."""
    sentence = sentences(language)[key]
    return (sentence.shown | sentence.chosen_by).union(
        *(wanted(language, part) for part in sentence.parts)
    )


def helpers(language: str) -> set[str]:
    """Messages that only other messages of the language use: a plural, say."""
    parts = set().union(*(sentence.parts for _, sentence in entries(language)))
    return {part for part in parts if not is_used(part)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_read_and_stands_only_once(language: str) -> None:
    keys = [key for key, _ in entries(language)]
    nothing(key for key in set(keys) if keys.count(key) > 1)


def test_every_text_stands_in_every_language_in_the_file_of_the_same_name() -> None:
    first, *others = (
        {
            (key, sentence.file.name)
            for key, sentence in entries(language)
            if key not in helpers(language)
        }
        for language in LANGUAGES
    )
    for other in others:
        nothing(first ^ other)


@pytest.mark.parametrize(("language", "other"), list(permutations(LANGUAGES, 2)))
def test_what_a_text_shows_in_one_language_it_heeds_in_every_other(
    language: str, other: str
) -> None:
    """A month may be a figure here and a name there; a language without plurals needs no count."""
    nothing(
        f"{key}: {placeholder}"
        for key in sentences(language).keys() & sentences(other).keys()
        for placeholder in shown_by(language, key) - wanted(other, key)
    )


KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+|[a-z]+")


@cache
def written_keys() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Strings in the code that may be keys; beginnings and endings that a value completes.

    A key that depends on a value is written f"status-{status}", so that its fixed part shows.
    """
    whole, beginnings, endings = set(), set(), set()
    for file in modules(*PACKAGES):
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            if isinstance(node, ast.JoinedStr):
                first, last = (
                    part.value if isinstance(part, ast.Constant) else ""
                    for part in (node.values[0], node.values[-1])
                )
                if KEY.fullmatch(str(first).removesuffix("-")) and str(first).endswith("-"):
                    beginnings.add(str(first))
                if KEY.fullmatch(str(last).removeprefix("-")) and str(last).startswith("-"):
                    endings.add(str(last))
    return frozenset(whole), tuple(beginnings), tuple(endings)


def is_used(key: str) -> bool:
    whole, beginnings, endings = written_keys()
    return (
        key in whole
        or key.startswith(beginnings)
        or any(key.endswith(ending) and is_used(key.removesuffix(ending)) for ending in endings)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_used(language: str) -> None:
    nothing(key for key in sentences(language) if key not in helpers(language) and not is_used(key))


def test_every_beginning_of_a_key_has_texts() -> None:
    _, beginnings, _ = written_keys()
    prefixes = {key.split("-")[0] for key in sentences("zh-CN")}
    without = [
        beginning
        for beginning in beginnings
        if beginning.split("-")[0] in prefixes
        and not any(key.startswith(beginning) for key in sentences("zh-CN"))
    ]
    nothing(without)


def key_asked_for(call: ast.Call) -> str | None:
    """Of say(language, key), plain and button likewise, and say(key) of somebody."""
    if ast.unparse(call.func).rpartition(".")[2] not in FILL:
        return None
    written = [each.value for each in call.args[:2] if isinstance(each, ast.Constant)]
    return next((key for key in written if isinstance(key, str) and key not in LANGUAGES), None)


def test_every_text_that_is_asked_for_is_there() -> None:
    nothing(
        f"{shown(file, node)} no text {key}"
        for file in modules(*PACKAGES)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and (key := key_asked_for(node))
        if key not in sentences("zh-CN")
    )


@cache
def code() -> Code:
    trees = {str(file.relative_to(ROOT)): tree(file) for file in modules(*PACKAGES)}
    return Code(trees, sentences("zh-CN"))


@cache
def names_of_texts() -> list[Named]:
    return list(code().named())


FILLED_ELSEWHERE = {
    "check-hint-": ["dialog/cards.py"],
    "doubt-": ["dialog/doubts.py", "plans/summary.py", "plans/value_doubts.py"],
    "form-fault-": ["dialog/form.py"],
    "held-button-righted": ["dialog/righted_words.py"],
    "help-nudged": ["dialog/helping.py"],
    "rung-hindered-": ["scheduler/rungs.py"],
    "settings-": ["bot/configuration.py", "bot/settings.py"],
}
"""Texts that are filled further away than near their names, by their beginnings → the files."""

COUNTED: dict[str, type[StrEnum]] = {
    "board-counts": Timeliness,
    "preview-follow-ups": ProblemTurn,
}
"""Texts that count by the words of an enumeration, whose names stand nowhere else."""


def unfilled(wants: Callable[[str], set[str]]) -> Iterator[tuple[str, str, str]]:
    """Key, placeholder and place wherever a text wants what is not given.

    Of all the places that only choose a text, one has to be near what fills it.
    """
    filled: set[str] = set()
    chosen: dict[str, set[str]] = defaultdict(set)
    for named in names_of_texts():
        if named.in_call:
            filled.add(named.key)
            for placeholder in wants(named.key) - named.given:
                yield named.key, placeholder, named.place
        else:
            chosen[named.key] |= named.given
    for key in chosen.keys() - filled:
        for placeholder in wants(key) - chosen[key] - further(key):
            yield key, placeholder, "nowhere"


def further(key: str) -> set[str]:
    files = {
        file
        for beginning, places in FILLED_ELSEWHERE.items()
        for file in places
        if key.startswith(beginning)
    }
    counted = {word.value for word in COUNTED.get(key, ())}
    return counted.union(*(code().given_in(file) for file in files))


def wanted_anywhere(key: str) -> set[str]:
    return set().union(*(wanted(one, key) for one in LANGUAGES if key in sentences(one)))


def test_every_text_gets_all_that_it_wants_wherever_it_is_named() -> None:
    nothing(" ".join(fault) for fault in unfilled(wanted_anywhere))


def test_placeholder_that_nobody_fills_is_found_in_every_text() -> None:
    """By whichever way its key is made: `ask-next-step` is the word of a step behind `ask-`."""
    found = {key for key, *_ in unfilled(lambda _: {"zznever"})}
    texts = {key for key in sentences("zh-CN") if key not in helpers("zh-CN")}
    assert "ask-next-step" in texts
    nothing(texts - found)


def test_every_error_has_a_text() -> None:
    keys = {
        statement.value.value
        for file in modules(*PACKAGES)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ClassDef)
        for statement in node.body
        if isinstance(statement, ast.Assign)
        and ast.unparse(statement.targets[0]) == "text_key"
        and isinstance(statement.value, ast.Constant)
    }
    assert keys
    nothing(keys - set(sentences("zh-CN")))


# Settings


def in_file() -> dict[str, object]:
    return tomllib.loads((ROOT / "config.toml").read_text(encoding="utf-8"))


def test_config_toml_holds_the_defaults() -> None:
    assert load_settings(ROOT / "config.toml", environ={}) == Settings()


def test_config_toml_lists_every_setting() -> None:
    def listed(values: dict[str, object], above: SettingPath = ()) -> Iterable[SettingPath]:
        for key, value in values.items():
            if isinstance(value, dict):
                yield from listed(value, (*above, key))
            else:
                yield (*above, key)

    expected = {
        path for path, setting in settings_of(Settings).items() if not kept_from_file(setting)
    }
    assert set(listed(in_file())) == expected


def test_config_toml_names_every_secret_that_it_does_not_hold() -> None:
    text = (ROOT / "config.toml").read_text(encoding="utf-8")
    secrets = [path for path, setting in settings_of(Settings).items() if kept_from_file(setting)]
    assert secrets
    nothing(path for path in secrets if variable_of(path) not in text)


def test_config_toml_explains_every_setting() -> None:
    paragraphs = (ROOT / "config.toml").read_text(encoding="utf-8").split("\n\n")
    unexplained = [
        paragraph
        for paragraph in paragraphs
        if re.search(r"^\w+ = ", paragraph, re.MULTILINE)
        and not re.search(r"^# \w", paragraph, re.MULTILINE)
    ]
    nothing(unexplained)


# Locks and files


def locked(name: str) -> dict[str, str]:
    """Package → everything that the lock file says of it."""
    text = (ROOT / name).read_text(encoding="utf-8")
    pinned = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    return {entry.partition("==")[0]: entry for entry in pinned if "==" in entry}


def required(dependency: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=~!; ]", dependency)[0]).lower()


def test_the_lock_files_pin_every_dependency_with_hashes() -> None:
    runtime = {required(d) for d in project()["project"]["dependencies"]}  # type: ignore[index]
    dev = {required(d) for d in project()["dependency-groups"]["dev"]}  # type: ignore[index]
    assert runtime - set(locked("requirements.lock")) == set()
    assert (runtime | dev) - set(locked("requirements-dev.lock")) == set()
    for name in ("requirements.lock", "requirements-dev.lock"):
        nothing(entry for entry in locked(name).values() if "--hash=sha256:" not in entry)


def test_what_is_tested_is_what_is_run() -> None:
    dev = locked("requirements-dev.lock")
    pin = re.compile(r"==(\S+)")
    differing = [
        package
        for package, entry in locked("requirements.lock").items()
        if pin.findall(entry)[0] != pin.findall(dev[package])[0]
    ]
    nothing(differing)


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def test_no_tracked_file_names_a_package_index_or_a_path_of_one_machine() -> None:
    names = re.compile(
        r"index[-_]url\s*[= ]\s*\S*/|find-links\s*[= ]\s*\S*/|(?<![\w.])/(root|home)/\w"
    )
    faulty = []
    for file in tracked_files():
        if file.is_file() and file != Path(__file__):
            text = file.read_text(encoding="utf-8", errors="replace")
            faulty += [f"{file.relative_to(ROOT)}: {found[0]}" for found in names.finditer(text)]
            if file.suffix == ".lock" and ("//" in text or "file:" in text):
                faulty.append(f"{file.relative_to(ROOT)} names a host")
    nothing(faulty)


def test_the_glossary_holds_only_words_that_the_code_has() -> None:
    names: set[str] = set()
    for file in modules(*PACKAGES):
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                names.add(node.name)
            elif isinstance(node, ast.AnnAssign | ast.Name | ast.Attribute):
                names |= set(re.findall(r"\w+", ast.unparse(node)))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                names.add(node.value)
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    words = re.findall(r"`([^`]+)`", "".join(re.findall(r"^\| (.*?) \|", glossary, re.MULTILINE)))
    assert words
    nothing(word for word in words if not set(re.findall(r"\w+", word)) <= names)
