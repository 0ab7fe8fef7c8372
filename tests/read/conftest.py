"""A small archive to spoil: a sound dispatch, written with what a test changes in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from congvan import read
from congvan.language.register import Register
from congvan.model.dispatch import Dispatch
from congvan.model.finding import Finding
from congvan.model.sources import Sources

SOUND = {
    "id": "aaaaaa12",
    "type": "ke-hoach",
    "number": "12",
    "symbol": "KH-UBND",
    "issuer": "ubnd-dak-lak",
    "place": "Đắk Lắk",
    "date": "2021-03-15",
    "subject": "chuyển đổi số năm 2021",
    "access": "public",
    "status": "issued",
    "published": "2021-03-20",
    "approved_by": "Văn phòng UBND tỉnh",
}
BODY = "UBND tỉnh yêu cầu các cơ quan, đơn vị tổ chức thực hiện./."
ORIGINAL = """ỦY BAN NHÂN DÂN
TỈNH ĐẮK LẮK

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/KH-UBND

Đắk Lắk, ngày 15 tháng 3 năm 2021

KẾ HOẠCH
chuyển đổi số năm 2021

UBND tỉnh yêu cầu các cơ quan, đơn vị tổ chức thực hiện./.
"""
SLUG = "ubnd-dak-lak/2021/12-kh-ubnd"


@dataclass(frozen=True)
class Spoilt:
    """An archive in a folder of its own."""

    root: Path
    register: Register

    @property
    def sources(self) -> Path:
        """Its folder of dispatches."""
        return self.root / "dispatches"

    def put(self, path: str, content: str | bytes) -> Path:
        """Writes a file below the folder of dispatches."""
        file = self.sources / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    def add(
        self,
        path: str = SLUG,
        body: str = BODY,
        original: str | None = ORIGINAL,
        extra: str = "",
        **changed: object,
    ) -> Path:
        """Writes a sound dispatch but for what is given; None takes a key away."""
        keys = {key: value for key, value in (SOUND | changed).items() if value is not None}
        front = yaml.safe_dump(keys, allow_unicode=True, sort_keys=False, default_style='"')
        if original is not None:
            self.put(f"{path}/goc.txt", original)
        return self.put(f"{path}.md", f"---\n{front}{extra}---\n\n{body}\n")

    def raw(self, front: str, body: str = BODY, slug: str = SLUG) -> Path:
        """Writes a dispatch with its front matter as given."""
        return self.put(f"{slug}.md", f"---\n{front}---\n\n{body}\n")

    def read(self, *, internal: bool = False) -> Sources:
        """All of it, as a build reads it."""
        return read.read_sources(self.root, self.register, internal=internal)

    def codes(self, *, internal: bool = False) -> list[str]:
        """The codes of its findings, in order of their places."""
        return [finding.code for finding in self.read(internal=internal).findings]

    def one(self, code: str) -> Finding:
        """The one finding of a code; fails where there are none or several."""
        (found,) = [finding for finding in self.read().findings if finding.code == code]
        return found

    def dispatch(self) -> Dispatch:
        """Its one dispatch."""
        (found,) = self.read().dispatches
        return found


@pytest.fixture
def archive(tmp_path: Path, register: Register) -> Spoilt:
    """An empty archive."""
    (tmp_path / "dispatches").mkdir()
    return Spoilt(tmp_path, register)
