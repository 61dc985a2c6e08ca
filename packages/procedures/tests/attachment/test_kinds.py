"""What a file is follows from its bytes; what it is called is cleaned of whatever deceives."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from procedures.attachment import rules
from procedures.attachment.dated import AttachmentRule
from procedures.attachment.kinds import cleaned

RULE = AttachmentRule.on(date(2026, 11, 23))
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")


def package(*members: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as written:
        for member in members:
            written.writestr(member, "<x/>")
    return made.getvalue()


WORD = package("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("纪要.pdf", PDF, "application/pdf"),
        ("照片.JPG", JPEG, "image/jpeg"),
        ("照片.jpeg", JPEG, "image/jpeg"),
        ("图.png", PNG, "image/png"),
        ("方案.docx", WORD, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("表.xlsx", package("xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("公文.ofd", package("OFD.xml", "Doc_0/Document.xml"), "application/ofd"),
    ],
)
def test_kinds_that_are_taken(name: str, content: bytes, media_type: str) -> None:
    assert rules.judge(name, content, RULE).media_type == media_type


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("纪要.docx", PDF),
        ("纪要.pdf", WORD),
        ("表.xlsx", WORD),
        ("页面.pdf", b"<html><script>alert(1)</script></html>"),
        ("页面.html", b"<html></html>"),
        ("程序.pdf", b"MZ\x90\x00" + bytes(200)),
        ("压缩.docx", package("readme.txt")),
        ("宏.docx", package("word/document.xml", "word/vbaProject.bin")),
        ("坏.docx", b"PK\x03\x04" + bytes(40)),
        ("无后缀", PDF),
        (".pdf", PDF),
        ("乱码.pdf", b"\x00\x01\x02"),
    ],
)
def test_what_is_not_what_its_name_says_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(rules.AttachmentKindRefused):
        rules.judge(name, content, RULE)


def test_neither_empty_nor_too_large() -> None:
    with pytest.raises(rules.AttachmentEmpty):
        rules.judge("空.pdf", b"", RULE)
    with pytest.raises(rules.AttachmentTooLarge) as refused:
        rules.judge("大.pdf", PDF + bytes(RULE.most_bytes), RULE)
    assert refused.value.status == 413


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\文件\\会议  纪要.pdf", "会议 纪要.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("合同\u202efdp.exe.pdf", "合同fdp.exe.pdf"),
        ('a"b<c>.pdf\r\nX: y', "a_b_c_.pdfX_ y"),
        (" .隐藏.pdf ", "隐藏.pdf"),
    ],
)
def test_names_are_cleaned(given: str, kept: str) -> None:
    assert cleaned(given) == kept


def test_a_long_name_keeps_its_ending() -> None:
    assert cleaned("长" * 250 + ".pdf") == "长" * 116 + ".pdf"
