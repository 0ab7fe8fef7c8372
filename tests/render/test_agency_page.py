from __future__ import annotations

from congvan.model.output import Output
from render.made import page, visible

DEPARTMENT = "co-quan/so-thong-tin-va-truyen-thong-dak-lak/"


def test_an_end_and_what_followed(outputs: dict[str, Output]) -> None:
    """The page says when the body ended, who took over, for what and by which act."""
    seen = visible(page(outputs, DEPARTMENT))
    assert "Kết thúc ngày 28/2/2025" in seen
    assert "hợp nhất thành Sở Khoa học và Công nghệ tỉnh Đắk Lắk" in seen
    assert "báo chí, xuất bản" in seen
    assert "Nghị định 45/2025/NĐ-CP" in seen
    assert 'href="../so-khoa-hoc-va-cong-nghe-dak-lak-2025/"' in page(outputs, DEPARTMENT)


def test_tasks_by_deadline(outputs: dict[str, Output]) -> None:
    """Tasks with a day come first, by day; each leads to the item that gives it."""
    html = page(outputs, DEPARTMENT)
    assert html.index("2021-06-05") < html.index("2021-06-10") < html.index("không nêu thời hạn")
    assert "ks-ubnd-kgvx-k7d2m9qa/#m2.a" in html
    assert page(outputs, f"{DEPARTMENT}nhiem-vu/").count("<tr>") == 2 + 4


def test_reached_through_a_group(outputs: dict[str, Output]) -> None:
    """A document sent to a group stands on the page of each member."""
    assert "nhóm “Các Sở, ban, ngành”" in visible(page(outputs, "co-quan/so-y-te-dak-lak/"))


def test_what_the_committee_issued(outputs: dict[str, Output]) -> None:
    """The issuer's page leads to its documents and their years."""
    html = page(outputs, "co-quan/ubnd-dak-lak/")
    assert 'href="../../van-ban/ubnd-dak-lak/2021/"' in html
    assert "Văn bản do cơ quan này ban hành" in html


def test_the_index_in_alphabetical_order(outputs: dict[str, Output]) -> None:
    """Provinces and bodies stand in the order of the Vietnamese alphabet."""
    seen = visible(page(outputs, "co-quan/"))
    assert seen.index("Đắk Lắk") < seen.index("Hưng Yên")
    assert seen.index("Sở Tài chính tỉnh Đắk Lắk") < seen.index("Sở Y tế tỉnh Đắk Lắk")
