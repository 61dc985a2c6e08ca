"""Workbooks that are made: templates to fill in, the same rows again with what is wrong, and lists to take away."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from chassis.clock import CITY
from chassis.sheets import EXAMPLE, CellFault, Column, Form, Sheet, as_text

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FAULTS = "错误"
OUTCOME = "处理结果"
ROWS_WITH_LISTS = 50_000
LONGEST_LIST = 255  # characters of the choices in one validation
MOST_COMMENTS = 5_000  # spreadsheets grow slow with more; the column of faults and the colour tell every one

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")


def quoted(value: object) -> str:
    """A cell's text that no spreadsheet takes for a formula."""
    if isinstance(value, datetime):
        value = value.astimezone(CITY).strftime("%Y-%m-%d %H:%M")
    elif isinstance(value, date):
        value = value.isoformat()
    text = "" if value is None else str(value)
    return "'" + text if text.startswith(_FORMULA) else text


class Workbook:
    """A workbook written row by row, without keeping what is written."""

    def __init__(self) -> None:
        self._bytes = io.BytesIO()
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.book = xlsxwriter.Workbook(self._bytes, options)
        self.head = self.book.add_format({"bold": True, "bg_color": "#E6EEF5", "border": 1, "text_wrap": True})
        self.must = self.book.add_format({"bold": True, "bg_color": "#FCE8D5", "border": 1, "text_wrap": True})
        self.text = self.book.add_format({"num_format": "@"})
        self.wrong = self.book.add_format({"num_format": "@", "bg_color": "#FFC7CE"})
        self.pale = self.book.add_format({"num_format": "@", "italic": True, "font_color": "#888888"})

    def begin(self, title: str, headings: Sequence[str]) -> Worksheet:
        """A sheet of plain rows, to be put under its headings."""
        sheet = self.book.add_worksheet(title)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(headings) - 1, 18, self.text)
        for place, heading in enumerate(headings):
            sheet.write_string(0, place, heading, self.head)
        return sheet

    def put(self, sheet: Worksheet, number: int, row: Sequence[object]) -> None:
        """The row of that number below the headings."""
        for place, value in enumerate(row):
            sheet.write_string(number, place, quoted(value), self.text)

    def add(self, title: str, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """A whole sheet."""
        sheet = self.begin(title, headings)
        for number, row in enumerate(rows, start=1):
            self.put(sheet, number, row)

    def done(self) -> bytes:
        """The file."""
        self.book.close()
        return self._bytes.getvalue()


def template(sheet: Sheet, lists: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """模板: headings, an example, choices to pick from, what each column wants, and the lists to look things up in."""
    made = Workbook()
    page = made.book.add_worksheet(sheet.title)
    page.freeze_panes(1, 0)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width, made.text)
        _offer_choices(page, place, column)
    for place, column in enumerate(sheet.columns):
        page.write_string(
            0, place, column.title + ("*" if column.required else ""), made.must if column.required else made.head
        )
    for place, column in enumerate(sheet.columns):
        page.write_string(1, place, column.example if place else f"{EXAMPLE}：{column.example}", made.pale)
    guide = [(each.title, "必填" if each.required else "选填", _wanted(each)) for each in sheet.columns]
    notes = [("", "", note) for note in (f"以“{EXAMPLE}”开头的行不会导入。", *sheet.notes)]
    made.add("填写说明", ("列", "要求", "说明"), [*guide, *notes])
    for title, (headings, *rows) in lists.items():
        made.add(title, [str(each) for each in headings], rows)
    return made.done()


def _offer_choices(page: Worksheet, place: int, column: Column) -> None:
    words = list(column.choices.values())
    if column.form is Form.CHOICE and len(",".join(words)) <= LONGEST_LIST:
        page.data_validation(1, place, ROWS_WITH_LISTS, place, {"validate": "list", "source": words})


def _wanted(column: Column) -> str:
    words = "、".join(column.choices.values())
    several = "（可填多个，用顿号分开）" if column.form in {Form.CHOICES, Form.WORDS} else ""
    return "；".join(part for part in (column.hint, f"可选：{words}{several}" if words else several) if part)


class Answer:
    """The rows that came, written again beside what was wrong with each and what becomes of it."""

    def __init__(self, title: str, headings: Sequence[str], *, above: int) -> None:
        """`above` so many rows the headings stood: every row keeps its number."""
        self._made, self._headings = Workbook(), headings
        self._page = self._made.book.add_worksheet(title)
        # A file that was answered before is answered anew.
        self._kept = [place for place, heading in enumerate(headings) if heading not in {FAULTS, OUTCOME}]
        self._page.freeze_panes(above + 1, 0)
        self._page.set_column(0, len(self._kept), 16, self._made.text)
        self._page.set_column(len(self._kept), len(self._kept) + 1, 48, self._made.text)
        for at, place in enumerate(self._kept):
            self._page.write_string(above, at, headings[place], self._made.head)
        self._page.write_string(above, len(self._kept), FAULTS, self._made.must)
        self._page.write_string(above, len(self._kept) + 1, OUTCOME, self._made.head)
        self._comments = 0

    def put(self, number: int, cells: Sequence[object], faults: Mapping[int, str], outcome: str) -> None:
        """The row of that number; `faults` by the place of the cell, -1 where the row as a whole is at fault."""
        for at, place in enumerate(self._kept):
            text, fault = _shown(cells[place]) if place < len(cells) else "", faults.get(place)
            if text or fault:
                self._page.write_string(number - 1, at, quoted(text), self._made.wrong if fault else self._made.text)
            if fault and self._comments < MOST_COMMENTS:
                self._page.write_comment(number - 1, at, fault)
                self._comments += 1
        said = "；".join(
            f"{self._headings[place]}：{fault}" if place >= 0 else fault for place, fault in faults.items()
        )
        if said:
            self._page.write_string(number - 1, len(self._kept), said, self._made.wrong)
        self._page.write_string(number - 1, len(self._kept) + 1, outcome, self._made.text)

    def done(self) -> bytes:
        """The file."""
        return self._made.done()


def _shown(cell: object) -> str:
    try:
        return as_text(cell)
    except CellFault:
        return str(cell)
