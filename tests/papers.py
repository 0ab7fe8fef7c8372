"""Papers to test intake with: small files made by hand, in the style of real dispatches."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence

from PIL import Image

HEADING = (
    ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("TỈNH AN HÒA", "Độc lập - Tự do - Hạnh phúc"),
    ("Số: 12/UBND-VX", "An Hòa, ngày 05 tháng 01 năm 2024"),
    ("V/v chuẩn bị lễ hội", ""),
)
"""A heading in two columns of an invented province."""
FOOT = (
    ("Nơi nhận:", "KT. CHỦ TỊCH"),
    ("- Như trên;", "PHÓ CHỦ TỊCH"),
    ("- Lưu: VT, VX.", ""),
    ("", "Lê Văn Bình"),
)
GARBAGE = (
    "CQNG HoAxA HOI CHiJ NGHiA vrer NAM Doc l~p Tl;l' do Hanh phuc S6 Van hoa The thao Du Ijch "
    "tinh chi dao phong Viin hoa thong tin trung tam cac huyen thi thanh pho phoi hop chuang trinh"
)
"""What an English character recognition makes of a Vietnamese page."""
PARAGRAPH = (
    "Thực hiện Kế hoạch số 05/KH-UBND ngày 02/01/2024 của Ủy ban nhân dân tỉnh, giao Sở Văn hóa "
    "chủ trì, phối hợp với các cơ quan liên quan chuẩn bị lễ hội, báo cáo trước ngày 20/02/2024 "
    "để tổng hợp theo quy định hiện hành./."
)
HEAD_TEXT = (
    "ỦY BAN NHÂN DÂN\nTỈNH AN HÒA\n\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "Số: 12/UBND-VX\n\nAn Hòa, ngày 05 tháng 01 năm 2024\n\nV/v chuẩn bị lễ hội"
)
"""The heading as every reader must give it."""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FIRST = 33
"""The first code of a letter: 32 is taken for a space by whoever reads it."""
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def paragraph(words: str, properties: str = "") -> str:
    """A paragraph of Word."""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def table(rows: Iterable[Sequence[str]]) -> str:
    """A table of Word; cells are paragraphs, or Word's own XML."""
    made = ""
    for row in rows:
        cells = (cell if cell.startswith("<w:") else paragraph(cell) for cell in row)
        made += "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"
    return f"<w:tbl>{made}</w:tbl>"


def docx(body: str, **parts: str) -> bytes:
    """A Word document; `parts` are more parts of its folder, by name ("footnotes")."""
    spaces = f'xmlns:w="{_W}" xmlns:mc="{_MC}"'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        document = f"<w:document {spaces}><w:body>{body}</w:body></w:document>"
        package.writestr("word/document.xml", document)
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def part(name: str, content: str) -> str:
    """A further part of a Word document."""
    return f'<w:{name} xmlns:w="{_W}">{content}</w:{name}>'


class Sheet:
    """A page of a PDF: words at places, in points from the top left of A4."""

    WIDTH, HEIGHT = 595, 842
    LETTER = 0.5
    """Width of every letter, as a share of the size."""

    def __init__(self) -> None:
        self.lines: list[tuple[float, float, float, str]] = []
        self.stamps: list[tuple[float, float, float, str]] = []
        self.picture: tuple[float, float, float, float, Image.Image] | None = None
        """Where a picture stands, its width and height, and itself."""

    def write(self, x: float, y: float, words: str, size: float = 13) -> Sheet:
        """Words from a place on."""
        self.lines.append((x, y, size, words))
        return self

    def wrap(self, y: float, words: str, size: float = 13) -> float:
        """A justified paragraph with an indented first line; where the next one begins."""
        left, right = 85.0, 545.0
        x, line = left + 36, ""
        for word in words.split():
            if x + len(f"{line} {word}") * size * self.LETTER > right:
                self.write(x, y, line, size)
                x, y, line = left, y + 18, word
            else:
                line = f"{line} {word}".strip()
        self.write(x, y, line, size)
        return y + 26

    def stamp(self, x: float, y: float, words: str, size: float = 9) -> Sheet:
        """Words laid over the page, as signing programs do."""
        self.stamps.append((x, y, size, words))
        return self

    def columns(self, y: float, rows: Iterable[tuple[str, str]]) -> Sheet:
        """Lines in two columns."""
        for at, (left, right) in enumerate(rows):
            if left:
                self.write(90, y + 18 * at, left)
            if right:
                self.write(300, y + 18 * at, right, 11)
        return self


def pdf(*sheets: Sheet) -> bytes:
    """A PDF of the sheets. Its letters are codes of their own, explained by a ToUnicode table."""
    signs = sorted({sign for s in sheets for line in (*s.lines, *s.stamps) for sign in line[3]})
    codes = {sign: at for at, sign in enumerate(signs, start=_FIRST)}
    objects: list[bytes] = [b"", b"", _font(len(signs)), _table(codes)]
    pages = []
    for sheet in sheets:
        annotations = [_stamp(objects, codes, stamp) for stamp in sheet.stamps]
        content = b"".join(
            _shown(codes, x, Sheet.HEIGHT - y, size, words) for x, y, size, words in sheet.lines
        )
        drawn, named = _picture(objects, sheet)
        objects.append(_stream(content + drawn, ""))
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {Sheet.WIDTH} {Sheet.HEIGHT}]"
            f"/Resources<</Font<</F 3 0 R>>{named}>>/Contents {len(objects)} 0 R"
            f"/Annots[{' '.join(annotations)}]>>".encode()
        )
        pages.append(f"{len(objects)} 0 R")
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(pages)}]>>".encode()
    return _file(objects)


def _stamp(
    objects: list[bytes], codes: dict[str, int], stamp: tuple[float, float, float, str]
) -> str:
    """An annotation with its appearance; gives the reference to it."""
    x, y, size, words = stamp
    width, height, top = len(words) * size * Sheet.LETTER, size * 1.4, Sheet.HEIGHT - y
    head = f"/Type/XObject/Subtype/Form/BBox[0 0 {width} {height}]"
    form = _shown(codes, 0, size * 0.3, size, words)
    objects.append(_stream(form, f"{head}/Resources<</Font<</F 3 0 R>>>>"))
    box = f"[{x} {top - height} {x + width} {top}]"
    appearance = f"/AP<</N {len(objects)} 0 R>>"
    objects.append(f"<</Type/Annot/Subtype/Stamp/F 4/Rect{box}{appearance}>>".encode())
    return f"{len(objects)} 0 R"


def _picture(objects: list[bytes], sheet: Sheet) -> tuple[bytes, str]:
    """What draws the picture of a sheet, and its name among the resources; nothing for none."""
    if sheet.picture is None:
        return b"", ""
    x, y, width, height, image = sheet.picture
    size = f"/Width {image.width}/Height {image.height}/BitsPerComponent 8/ColorSpace/DeviceRGB"
    objects.append(_stream(image.tobytes(), f"/Type/XObject/Subtype/Image{size}"))
    place = f"q {width} 0 0 {height} {x} {Sheet.HEIGHT - y - height} cm /P Do Q\n"
    return place.encode(), f"/XObject<</P {len(objects)} 0 R>>"


def _shown(codes: dict[str, int], x: float, y: float, size: float, words: str) -> bytes:
    text = "".join(f"{codes[sign]:02x}" for sign in words)
    return f"BT /F {size} Tf {x} {y} Td <{text}> Tj ET\n".encode()


def _font(count: int) -> bytes:
    widths = " ".join("500" for _ in range(count))
    return (
        f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar {_FIRST}"
        f"/LastChar {_FIRST + count - 1}/Widths[{widths}]/ToUnicode 4 0 R>>"
    ).encode()


def _table(codes: dict[str, int]) -> bytes:
    pairs = "\n".join(f"<{at:02x}> <{ord(sign):04x}>" for sign, at in codes.items())
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
    )
    return _stream(table.encode(), "")


def _stream(content: bytes, head: str) -> bytes:
    return f"<<{head}/Length {len(content)}>>stream\n".encode() + content + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    count = len(objects) + 1
    out += f"xref\n0 {count}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode()


def dispatch_pdf() -> bytes:
    """A whole dispatch of two pages, with what a signing program lays over the first."""
    first, second = Sheet(), Sheet()
    first.columns(60, HEADING)
    first.write(250, 150, "Kính gửi: Sở Văn hóa.")
    y = first.wrap(190, PARAGRAPH.replace("./.", "."))
    first.wrap(y, PARAGRAPH.replace("./.", ";"))
    first.stamp(380, 20, "Ký bởi: Ủy ban nhân dân tỉnh An Hòa")
    second.write(295, 40, "2")
    y = second.wrap(80, PARAGRAPH)
    second.columns(y + 10, FOOT)
    return pdf(first, second)
