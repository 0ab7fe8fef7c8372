import json
from pathlib import Path

from benchmarks.scoring import score
from congvan.language import register
from congvan.recognise import parse_text


def test_facts_are_recognised(made: Path) -> None:
    """What was put into the texts is found in them: the facts are true, and so is recognition."""
    known = register.load()
    pairs = []
    for line in (made.parent / "facts.jsonl").read_text("utf-8").splitlines():
        fact = json.loads(line)
        original = made / "dispatches" / fact["path"].removesuffix(".md") / "goc.txt"
        pairs.append((parse_text(original.read_text("utf-8"), known), fact))
    figures = score(pairs).figures()
    floors = {
        "fields mean": 1.0,
        "recipients F1": 1.0,
        "distribution F1": 1.0,
        "citations F1": 0.99,
        "tasks F1": 0.98,
        "lead F1": 0.97,
        "citation date": 1.0,
        "citation issuer": 0.99,
        "due": 0.98,
        "via": 1.0,
    }
    assert {name: figures[name] for name in floors if figures[name] < floors[name]} == {}
    assert figures["due invented"] == 0


def test_facts_name_what_search_is_asked_by(made: Path) -> None:
    """Each fact has an id, the path of its file and the words of its subject."""
    lines = (made.parent / "facts.jsonl").read_text("utf-8").splitlines()
    facts = [json.loads(line) for line in lines]
    assert len({fact["id"] for fact in facts}) == 60
    assert all((made / "dispatches" / fact["path"]).is_file() for fact in facts)
    assert all(fact["words"] for fact in facts)
