"""From a TOML file and the environment to one checked model, or to everything that is wrong.

Knows no setting by name: the model says which there are. A file setting `[telegram] poll_seconds`
is BAOSONG_TELEGRAM__POLL_SECONDS in the environment, which wins. A list is written there with
commas. A secret (SecretStr) may also be the content of the file that ..._FILE names.
"""

import re
import stat
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import LiteralString, TypeVar, get_args, get_origin

from pydantic import BaseModel, SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails, PydanticCustomError

from texts import DEFAULT_LANGUAGE, Value, plain
from vocabulary.errors import BaosongError

PREFIX = "BAOSONG_"
CONFIG_VARIABLE = "BAOSONG_CONFIG"
FILE_SUFFIX = "_FILE"

_OWN_SENTENCE = "settings-"
_SEVERAL = "several"

_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_BARE_TIME = re.compile(r"=\s*(\d{1,2}[:：]\d{1,2}(?:[:：]\d{1,2})?)(?![\d:：])")
_CHOICE = re.compile(r"'([^']*)'")  # pydantic: 'polling' or 'webhook'
_SHOWN_CHARACTERS = 80  # of a wrong value: enough to recognise it by
_PASSWORD_IN_ADDRESS = re.compile(r"://[^/@]*:[^/@]+@|[?&]password=")

SettingPath = tuple[str, ...]
Model = TypeVar("Model", bound=BaseModel)

_SENTENCES = {
    "float_parsing": "settings-not-a-number",
    "float_type": "settings-not-a-number",
    "finite_number": "settings-not-a-number",
    "greater_than_equal": "settings-too-small",
    "int_from_float": "settings-not-a-whole-number",
    "int_parsing": "settings-not-a-whole-number",
    "int_parsing_size": "settings-not-a-whole-number",
    "int_type": "settings-not-a-whole-number",
    "less_than_equal": "settings-too-large",
    "bool_parsing": "settings-not-yes-or-no",
    "bool_type": "settings-not-yes-or-no",
    "enum": "settings-not-one-of",
    "literal_error": "settings-not-one-of",
    "missing": "settings-missing",
    "model_type": "settings-not-a-section",
    "path_type": "settings-not-text",
    "string_pattern_mismatch": "settings-not-a-name",
    "string_too_short": "settings-empty",
    "string_type": "settings-not-text",
    "tuple_type": "settings-not-a-list",
    "zoneinfo_str": "settings-time-zone-unknown",
}
"""What pydantic calls a fault → the key of our sentence; anything else is settings-value-wrong."""


@dataclass(frozen=True, slots=True)
class SettingsFault:
    """One thing wrong. `place`: config.toml: [telegram] poll_secs, or BAOSONG_TELEGARM__TOKEN."""

    place: str
    text_key: str
    facts: Mapping[str, Value] = field(default_factory=dict)


class SettingsError(BaosongError):
    """Everything that is wrong with the settings, at once. No fact holds the value of a secret."""

    text_key = "settings-wrong"

    def __init__(self, faults: Sequence[SettingsFault]) -> None:
        super().__init__(count=len(faults))
        self.faults = tuple(faults)


def faults_text(error: SettingsError, language: str = DEFAULT_LANGUAGE) -> str:
    """What the operator reads: a heading, then each fault on a line of its own."""
    lines = [plain(language, error.text_key, **error.facts)]
    for fault in error.faults:
        told = plain(language, fault.text_key, **fault.facts)
        lines.append(plain(language, "settings-fault", place=fault.place, fault=told))
    return "\n".join(lines)


def wrong(text_key: LiteralString, *, at: str = "", **facts: Value) -> PydanticCustomError:
    """What a model's validator raises; the key is in the catalogue and begins with settings-.

    at: for a validator of a whole section, the setting in it that has to change (webhook.port).
    """
    return PydanticCustomError(text_key, text_key, {**facts, "at": at})


@dataclass(frozen=True, slots=True)
class SettingFault:
    """One of several things that a validator has found; `at` is the path below its section."""

    at: SettingPath
    text_key: str
    facts: Mapping[str, Value]


def several_wrong(faults: Sequence[SettingFault]) -> PydanticCustomError:
    """What a validator raises that has found more than one thing."""
    return PydanticCustomError(_SEVERAL, _SEVERAL, {"faults": list(faults)})


def read_configuration(model: type[Model], file: Path | None, environ: Mapping[str, str]) -> Model:
    """The checked settings; a key that is missing everywhere has its default.

    file: None means that there is none, which is no fault.
    Raises SettingsError with every fault of file and environment together.
    """
    known = settings_of(model)
    in_file = _read_file(file, known) if file else _Found()
    in_environment = _read_environment(environ, known)
    faults = [*in_file.faults, *in_environment.faults]
    already_told = in_file.faulty | in_environment.faulty
    places = _Places(str(file or "config.toml"), known, in_environment.variables)
    try:
        settings = model.model_validate(_merged(in_file.values, in_environment.values))
    except ValidationError as refused:
        for error in refused.errors(include_url=False):
            if error["type"] == _SEVERAL:
                faults += _several_faults(error, places)
                continue
            path = places.path(error)
            if path not in already_told:
                faults.append(_fault(error, path, places))
    if faults:
        raise SettingsError(faults) from None  # what pydantic raised holds the values
    return settings


def settings_of(model: type[BaseModel]) -> dict[SettingPath, FieldInfo]:
    """Every setting of the model and of the sections in it, in the order in which they stand."""
    return dict(_walk(model, ()))


def variable_of(path: SettingPath) -> str:
    """The setting's name in the environment."""
    return PREFIX + "__".join(path).upper()


def is_secret(setting: FieldInfo) -> bool:
    """Whether its value is kept from logs, errors and repr."""
    return _mentions(setting.annotation, SecretStr)


def kept_from_file(setting: FieldInfo) -> bool:
    """Whether it comes from the environment only: a secret that nobody can give a default for."""
    return is_secret(setting) and setting.get_default(call_default_factory=True) is None


def _walk(model: type[BaseModel], above: SettingPath) -> Iterator[tuple[SettingPath, FieldInfo]]:
    for name, setting in model.model_fields.items():
        if isinstance(setting.annotation, type) and issubclass(setting.annotation, BaseModel):
            yield from _walk(setting.annotation, (*above, name))
        else:
            yield (*above, name), setting


def _sections_in(setting: FieldInfo) -> type[BaseModel] | None:
    """What stands in the setting where it is a list of sections, as the rungs of a ladder."""
    item = next(iter(get_args(setting.annotation)), None)
    if get_origin(setting.annotation) is tuple and isinstance(item, type):
        return item if issubclass(item, BaseModel) else None
    return None


def _mentions(annotation: object, wanted: type) -> bool:
    return annotation is wanted or any(_mentions(part, wanted) for part in get_args(annotation))


@dataclass(slots=True)
class _Found:
    """What one source says: `values` nested as in the file, and its faults with their paths."""

    values: dict[str, object] = field(default_factory=dict)
    variables: dict[SettingPath, str] = field(default_factory=dict)
    faults: list[SettingsFault] = field(default_factory=list)
    faulty: set[SettingPath] = field(default_factory=set)

    def refuse(self, path: SettingPath, place: str, text_key: str, **facts: Value) -> None:
        self.faults.append(SettingsFault(place, text_key, facts))
        self.faulty.add(path)


def _read_file(file: Path, known: Mapping[SettingPath, FieldInfo]) -> _Found:
    found, written = _Found(), ""
    try:
        written = file.read_text(encoding="utf-8")
        # the line end lets tomllib tell a fault in the last line from a file that is cut short
        found.values = tomllib.loads(written + "\n")
    except FileNotFoundError:
        found.refuse((), str(file), "settings-file-missing")
    except (OSError, UnicodeDecodeError):
        found.refuse((), str(file), "settings-file-unreadable")
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        if line:
            lines = written.replace("\r\n", "\n").split("\n")
            key, facts = _wrong_line("".join(lines[int(line[1]) - 1 : int(line[1])]))
            found.refuse((), str(file), key, line=line[1], **facts)
        else:
            found.refuse((), str(file), "settings-file-cut-short")
    for path, setting in known.items():
        value = _value_at(found.values, path)
        if value is None or not is_secret(setting):
            continue
        if kept_from_file(setting) or (
            isinstance(value, str) and _PASSWORD_IN_ADDRESS.search(value)
        ):
            found.refuse(
                path, _in_file(str(file), path), "settings-secret-in-file", name=variable_of(path)
            )
    return found


def _wrong_line(written: str) -> tuple[str, dict[str, Value]]:
    """What is wrong with a line that TOML does not bear, and with what the sentence is filled."""
    hour = _BARE_TIME.search(_QUOTED.sub('""', written))
    if hour is None:
        return "settings-file-line-unreadable", {}
    return "settings-file-line-time", {"value": hour[1]}


def _read_environment(environ: Mapping[str, str], known: Mapping[SettingPath, FieldInfo]) -> _Found:
    found = _Found()
    paths = {variable_of(path): path for path in known}
    secret_files = {
        name + FILE_SUFFIX: path for name, path in paths.items() if is_secret(known[path])
    }
    for name in sorted(environ):
        if not name.upper().startswith(PREFIX) or name == CONFIG_VARIABLE:
            continue
        if name in paths and _sections_in(known[paths[name]]) is not None:
            found.refuse(paths[name], name, "settings-only-in-file")
            continue
        if name in paths:
            path, value = paths[name], _as_written(environ[name], known[paths[name]])
            if name + FILE_SUFFIX in environ and name + FILE_SUFFIX in secret_files:
                found.refuse(path, name, "settings-given-twice", other=name + FILE_SUFFIX)
        elif name in secret_files:
            path = secret_files[name]
            secret = _read_secret(Path(environ[name]), name, path, found)
            if secret is None:
                continue
            value = secret
        else:
            names = (*paths, *secret_files, CONFIG_VARIABLE)
            found.faults.append(_unknown(name, _nearest(name, names)))
            continue
        _put(found.values, path, value)
        found.variables[path] = name
    return found


def _as_written(value: str, setting: FieldInfo) -> object:
    if get_origin(setting.annotation) is tuple:
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


def _read_secret(file: Path, variable: str, path: SettingPath, found: _Found) -> str | None:
    """The secret in the file, without the line end; None, and a fault in `found`, if unfit."""
    try:
        readable_by_all = bool(file.stat().st_mode & stat.S_IROTH)
        secret = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        found.refuse(path, variable, "settings-secret-file-unreadable", file=str(file))
        return None
    if readable_by_all:
        found.refuse(path, variable, "settings-secret-file-open", file=str(file))
        return None
    return secret


def _value_at(values: Mapping[str, object], path: SettingPath) -> object:
    at: object = values
    for key in path:
        at = at.get(key) if isinstance(at, dict) else None
    return at


def _put(values: dict[str, object], path: SettingPath, value: object) -> None:
    for key in path[:-1]:
        section = values.setdefault(key, {})
        if not isinstance(section, dict):
            return
        values = section
    values[path[-1]] = value


def _merged(below: Mapping[str, object], above: Mapping[str, object]) -> dict[str, object]:
    """Both, `above` winning; what should be a section and is none is left for the model to tell."""
    merged = dict(below)
    for key, value in above.items():
        under = merged.get(key, {})
        if not isinstance(value, dict):
            merged[key] = value
        elif isinstance(under, dict):
            merged[key] = _merged(under, value)
    return merged


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a setting was given, or has to be."""

    file: str
    known: Mapping[SettingPath, FieldInfo]
    variables: Mapping[SettingPath, str]

    def path(self, error: ErrorDetails) -> SettingPath:
        """The setting that the error is about: an item of a list is told as the list.

        Of a list of sections it is the setting in its section: ladder, outstanding, 2, audience.
        """
        at = str(error.get("ctx", {}).get("at", ""))
        path = tuple(str(key) for key in error["loc"]) + tuple(filter(None, at.split(".")))
        list_path = self.list_path(path)
        if list_path is not None:
            return path[: len(list_path) + 2]
        return next((path[:n] for n in range(len(path), 0, -1) if path[:n] in self.known), path)

    def list_path(self, path: SettingPath) -> SettingPath | None:
        """The list of sections in which the setting stands, if it stands in one."""
        upper = (path[:n] for n in range(1, len(path)))
        return next((p for p in upper if p in self.known and _sections_in(self.known[p])), None)

    def of(self, path: SettingPath) -> str:
        list_path = self.list_path(path)
        if list_path is not None:
            inside = path[len(list_path) :]
            return f"{_in_file(self.file, list_path)} #{int(inside[0]) + 1} {' '.join(inside[1:])}"
        if path in self.variables:
            return self.variables[path]
        if path in self.known and kept_from_file(self.known[path]):
            return variable_of(path)
        return _in_file(self.file, path, is_section=self._is_section(path))

    def nearest(self, path: SettingPath, *, is_section: bool) -> str | None:
        """The known setting or section that was probably meant, as written in the file.

        One beside it that is spelt alike, else one of just this name in another section.
        """
        list_path = self.list_path(path)
        if list_path is not None:
            section = _sections_in(self.known[list_path])
            return _nearest(path[-1], section.model_fields) if section else None
        sections = {known[:n] for known in self.known for n in range(1, len(known))}
        known = sections if is_section else self.known
        beside = {other[-1]: other for other in known if other[:-1] == path[:-1]}
        elsewhere = {other[-1]: other for other in known if other[-1] == path[-1]}
        meant = beside.get(_nearest(path[-1], beside) or "") or elsewhere.get(path[-1])
        return _in_section(meant, is_section=is_section) if meant else None

    def _is_section(self, path: SettingPath) -> bool:
        return any(known[: len(path)] == path and known != path for known in self.known)


def _in_file(file: str, path: SettingPath, *, is_section: bool = False) -> str:
    return f"{file}: {_in_section(path, is_section=is_section)}"


def _in_section(path: SettingPath, *, is_section: bool) -> str:
    """[telegram] poll_seconds, or [telegram.webhook] for a section."""
    if is_section:
        return f"[{'.'.join(path)}]"
    return f"[{'.'.join(path[:-1])}] {path[-1]}" if path[1:] else path[0]


def _nearest(written: str, known: Iterable[str]) -> str | None:
    return next(iter(get_close_matches(written, list(known), n=1)), None)


def _unknown(place: str, nearest: str | None) -> SettingsFault:
    if nearest is None:
        return SettingsFault(place, "settings-unknown")
    return SettingsFault(place, "settings-unknown-nearest", {"nearest": nearest})


def _fault(error: ErrorDetails, path: SettingPath, places: _Places) -> SettingsFault:
    """What pydantic found, as a fault of ours."""
    if error["type"] == "extra_forbidden":
        is_section = isinstance(error["input"], dict)
        in_list = places.list_path(path) is not None
        place = places.of(path) if in_list else _in_file(places.file, path, is_section=is_section)
        return _unknown(place, places.nearest(path, is_section=is_section))
    own = error["type"].startswith(_OWN_SENTENCE)
    key = error["type"] if own else _SENTENCES.get(error["type"], "settings-value-wrong")
    context = error.get("ctx", {})
    facts = {name: str(fact) for name, fact in context.items() if name != "at"}
    setting = places.known.get(path)
    may_show = places.list_path(path) is not None or (
        setting is not None and not is_secret(setting)
    )
    if may_show and not isinstance(error["input"], dict):
        facts["value"] = str(error["input"])[:_SHOWN_CHARACTERS]
        facts["choices"] = ", ".join(_CHOICE.findall(str(context.get("expected", ""))))
    return SettingsFault(places.of(path), key, facts)


def _several_faults(error: ErrorDetails, places: _Places) -> Iterator[SettingsFault]:
    above = tuple(str(key) for key in error["loc"])
    for fault in error.get("ctx", {}).get("faults", []):
        yield SettingsFault(places.of((*above, *fault.at)), fault.text_key, fault.facts)
