"""Lists of people and bodies as workbooks or CSV: what columns there are, and what stands in each row, cell by cell."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from itertools import islice
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, ZipError

from chassis.intake import UNKEPT, UNKEPT_TOLD
from chassis.problems import Problem

MOST_ROWS = 200_000
EXAMPLE = "示例"  # what the first cell of a row to be passed over begins with
DEEPEST_HEADINGS = 5  # no title above them is longer
MOST_KNOWN = 10_000  # cells of a file whose meaning is remembered: choices and days come again and again
EXACT = 10**15  # from here on a spreadsheet's numbers lose their last digits
_PARTED = re.compile(r"[、,，;；\n]+")
_DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))")


class SheetUnreadable(Problem):
    """文件无法读取，请上传 xlsx 工作簿或 CSV 文件。"""

    status = 422


class ColumnsMissing(Problem):
    """缺少必需的列，请使用最新的模板。"""

    status = 422


class TooManyRows(Problem):
    """行数过多，请分成几个文件导入。"""

    status = 422


class CellFault(ValueError):
    """What is wrong with one cell, as its reader is told."""


class Form(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    DAY = "day"
    WHOLE = "whole"
    CHOICE = "choice"
    CHOICES = "choices"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Column:
    """一列: its name in code, its heading, and what may stand in it; `choices` are words by their codes."""

    name: str
    title: str
    example: str
    hint: str = ""
    form: Form = Form.TEXT
    required: bool = False
    choices: Mapping[Any, str] = field(default_factory=dict)
    longest: int = 200
    width: int = 14

    def read(self, raw: object) -> Any:  # noqa: ANN401 - the form decides
        """The value of a cell; None when it is empty."""
        text = as_text(raw)
        if not text:
            if self.required:
                raise CellFault("必填")
            return [] if self.form in {Form.CHOICES, Form.WORDS} else None
        if len(text) > self.longest:
            raise CellFault(f"至多 {self.longest} 个字")
        if UNKEPT.search(text):
            raise CellFault(UNKEPT_TOLD)
        return self._formed(raw, text)

    def _formed(self, raw: object, text: str) -> Any:  # noqa: ANN401
        match self.form:
            case Form.DAY:
                return _day(raw, text)
            case Form.WHOLE:
                return _whole(text)
            case Form.CHOICE:
                return self._chosen(text)
            case Form.CHOICES:
                return sorted({self._chosen(part) for part in _parts(text)})
            case Form.WORDS:
                return list(dict.fromkeys(_parts(text)))
            case Form.TEXT:
                return text

    def _chosen(self, text: str) -> Any:  # noqa: ANN401 - one of the codes
        code = next((code for code, word in self.choices.items() if text in {word, code}), None)
        if code is None:
            raise CellFault(f"不在可选范围内：{'、'.join(self.choices.values())}")
        return code


def as_text(raw: object) -> str:
    """What a cell shows; a number that has lost digits is told so, never guessed."""
    if raw is None:
        return ""
    if isinstance(raw, str):
        # An export quotes what a spreadsheet would take for a formula.
        return (raw[1:] if raw[:1] == "'" else raw).strip()
    if isinstance(raw, bool):
        return "是" if raw else "否"
    if isinstance(raw, int | float):
        if abs(raw) >= EXACT:
            raise CellFault("存成了数字，末几位已丢失；请把单元格格式设为“文本”后重新填写")
        return str(int(raw)) if raw == int(raw) else str(raw)
    if isinstance(raw, datetime):
        return raw.date().isoformat()
    return str(raw)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _PARTED.split(text) if part.strip()]


def _day(raw: object, text: str) -> date:
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    found = _DAY.fullmatch(text)
    if found:
        year, month, day, *whole = found.groups()
        with suppress(ValueError):
            return date(int(year), int(month or whole[0]), int(day or whole[1]))
    raise CellFault("应为日期，如 2026-11-23")


def _whole(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text):
        raise CellFault("应为整数")
    return int(text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """一张表: its name and its columns, the first of which is always filled in."""

    title: str
    columns: tuple[Column, ...]
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Row:
    """A row as it came, by its number in the file, and what was read from it."""

    number: int
    cells: Sequence[object]
    values: dict[str, Any]
    faults: dict[str, str]


class Heads:
    """Where the columns of a sheet stand in a file, by its row of headings; another process may be given them."""

    def __init__(self, sheet: Sheet, headings: Sequence[object]) -> None:
        self.sheet, self.titles = sheet, [str(cell or "").strip().rstrip("*＊").strip() for cell in headings]
        by_title = {title: place for place, title in enumerate(self.titles) if title}
        self.places = {
            each.name: by_title[name] for each in sheet.columns for name in (each.title, each.name) if name in by_title
        }
        self.missing = [each.title for each in sheet.columns if each.required and each.name not in self.places]
        self._known: dict[tuple[str, str], Any] = {}

    def require_all(self) -> None:
        """Refuses a file in which a column is missing that every row needs."""
        if self.missing:
            raise ColumnsMissing(f"缺少列：{'、'.join(self.missing)}")

    def title_of(self, name: str) -> str:
        """The heading under which a column stands in this file."""
        return self.titles[self.places[name]] if name in self.places else name

    def row(self, number: int, cells: Sequence[object]) -> Row | None:
        """What a row says; nothing where it is empty or an example."""
        first = _at(cells, self.places[self.sheet.columns[0].name])
        if (isinstance(first, str) and first.startswith(EXAMPLE)) or not any(cell not in {None, ""} for cell in cells):
            return None
        row = Row(number, cells, {}, {})
        for column in self.sheet.columns:
            try:
                row.values[column.name] = self._read(column, cells)
            except CellFault as fault:
                row.values[column.name] = None
                row.faults[column.name] = str(fault)
        return row

    def _read(self, column: Column, cells: Sequence[object]) -> Any:  # noqa: ANN401 - the form decides
        """What a column says in a row; what recurs there is read once."""
        place = self.places.get(column.name)
        raw = "" if place is None else _at(cells, place)
        if column.form is Form.TEXT or not isinstance(raw, str) or len(self._known) == MOST_KNOWN:
            return column.read(raw)
        if (column.name, raw) not in self._known:
            self._known[column.name, raw] = column.read(raw)
        value = self._known[column.name, raw]
        return value.copy() if isinstance(value, list) else value


class Listing:
    """A file's rows under the columns of a sheet, read one after another."""

    def __init__(self, content: bytes, sheet: Sheet) -> None:
        self.total, self._rows = _rows(content)
        if self.total > MOST_ROWS:
            raise TooManyRows(most=MOST_ROWS)
        # Above the headings there may be a title.
        for at, cells in enumerate(islice(self._rows, DEEPEST_HEADINGS), start=1):
            self.heads, self.first = Heads(sheet, cells), at + 1
            if sheet.columns[0].name in self.heads.places:
                self.heads.require_all()
                return
        raise ColumnsMissing(f"没有找到表头：{sheet.columns[0].title}")

    def __iter__(self) -> Iterator[Row]:
        """Every row that says something, in its order."""
        for number, cells in enumerate(self._rows, start=self.first):
            row = self.heads.row(number, cells)
            if row is not None:
                yield row


def _at(cells: Sequence[object], place: int) -> object:
    return cells[place] if place < len(cells) else None


def _rows(content: bytes) -> tuple[int, Iterator[Sequence[object]]]:
    """How many rows there are and the rows, from a workbook's first sheet or from CSV."""
    if content[:2] == b"PK" or content[:4] == b"\xd0\xcf\x11\xe0":
        try:
            read = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        except (CalamineError, PasswordError, ZipError, IndexError) as bad:
            raise SheetUnreadable from bad
        # What is empty on the left is left out, what is empty above is not: places are those that people see.
        beside: list[object] = [None] * (read.start or (0, 0))[1]
        return (read.end or (0, 0))[0] + 1, ([*beside, *each] for each in read.iter_rows())
    text = _decoded(content)
    return text.count("\n") + 1, iter(csv.reader(io.StringIO(text)))


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):  # the second is what spreadsheets in China write
        with suppress(UnicodeDecodeError):
            text = content.decode(encoding)
            if "\x00" not in text:
                return text
    raise SheetUnreadable
