from __future__ import annotations

from benchmarks import recognition


def test_figures_stay_above_their_floors() -> None:
    """On the project's own labelled cases no figure of recognition falls below its floor."""
    _, figures = recognition.measure(recognition.cases())
    assert recognition.below(figures, recognition.floors()) == []
    assert set(recognition.floors()) == set(figures)


def test_cases_cover_the_variations() -> None:
    """The cases hold each kind of document, Party papers, relations, routes and recurrences."""
    labels = [label for _, _, label in recognition.cases()]
    tasks = [task for label in labels for task in label["assignments"]]
    said = {verb for label in labels for c in label["citations"] for verb in c.get("relations", ())}
    assert len({label["type"] for label in labels}) >= 9
    assert {"implements", "based-on", "replaces", "corrects", "recalls", "answers"} <= said
    assert any(task.get("via") for task in tasks)
    assert any(task.get("repeat") for task in tasks)
    assert any(label["code"] and "/T" in label["code"] for label in labels)


def test_a_fallen_figure_is_told() -> None:
    """A figure below its floor is named, and an invented deadline above its ceiling."""
    figures = {"tasks F1": 0.5, "due invented": 0.2, "place": 1.0}
    fallen = recognition.below(figures, {"tasks F1": 0.8, "due invented": 0.0, "place": 1.0})
    assert [line.split(":")[0] for line in fallen] == ["tasks F1", "due invented"]
