import pytest

from benchmarks.archive.bodies import NoRoom, provinces
from benchmarks.archive.identity import LAST_YEAR, Identity, Recipe, identity
from benchmarks.archive.paper import paper

RECIPE = Recipe(seed=3, years=2)


def sample() -> list[Identity]:
    """Dispatches at the beginning of a province and around where the next begins."""
    later = RECIPE.per_province
    return [identity(RECIPE, i) for i in (*range(3000), *range(later - 500, later + 500))]


def test_nothing_is_numbered_twice() -> None:
    """No two dispatches have one id, nor one owner, year and number."""
    every = sample()
    assert len({it.id for it in every}) == len(every)
    numbered = [(it.agency.id, it.day.year, it.number) for it in every if it.number]
    assert len(set(numbered)) == len(numbered)


def test_numbers_rise_with_the_days() -> None:
    """In a province's year the later paper has the higher number."""
    year = [it for it in sample() if it.lap == 0 and it.day.year == LAST_YEAR and it.number]
    ordered = sorted(year, key=lambda it: int(it.number or 0))
    assert [it.day for it in ordered] == sorted(it.day for it in year)


def test_issuers_lived() -> None:
    """Every paper is issued by a body that existed on its day."""
    assert [it.id for it in sample() if not it.agency.existed_on(it.day)] == []


def test_reorganisation_of_2025() -> None:
    """Departments that began in March 2025 issue papers after that day and those they took over
    from none."""
    later = [it for it in sample() if it.day.isoformat() > "2025-06-30" and it.lap == 0]
    assert {it.agency.province for it in later} == {"dak-lak-2025"}
    assert "so-thong-tin-va-truyen-thong" not in {it.agency.kind for it in later}


def test_every_province_writes() -> None:
    """Papers of every province are made, of one that has other departments too."""
    for lap in range(len(provinces())):
        made = [paper(RECIPE, lap * RECIPE.per_province + n) for n in range(40)]
        assert all(it.paragraphs[-1].endswith("./.") for it in made)


def test_end_of_room() -> None:
    """An archive that all provinces could not number is refused."""
    with pytest.raises(NoRoom):
        identity(RECIPE, RECIPE.per_province * len(provinces()))
