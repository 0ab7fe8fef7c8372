"""The letters that stand for a type of document in a code.

They are fixed by law and practice as codes, as chemical symbols are; the names that belong to them
are words and live in `language/data/types.yml`.
"""

from __future__ import annotations

STATE = (
    # Decree 30/2020/NĐ-CP, annex III, I: the named types and the three kinds of copy.
    *("NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB"),
    *("TTr", "HĐ", "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB"),
    *("SY", "TrS", "SL"),
    # Laws on promulgating legal documents: decrees, circulars, joint and consolidated texts,
    # ordinances, the President's orders.
    *("NĐ", "TT", "TTLT", "NQLT", "TTLB", "VBHN", "PL", "L"),
    # In use without a table: conclusions, letters of steering committees, joint plans and
    # programmes, permits, certificates, corrections.
    *("KL", "CV", "CTPH", "CTrPH", "KHPH", "KHLN", "KHLT", "QCPH", "HDLN", "HDLT", "GP", "GCN"),
    *("GXN", "ĐC"),
)
OLDER = ("GN", "TTh", "UQ", "NP", "CN", "UN", "GT", "ĐĐ", "BN", "TS", "GĐĐ")
"""Circular 01/2011/TT-BNV and Joint Circular 55/2005; met in exactly this case only, since written
otherwise they are as likely letters of an agency."""
PARTY = (
    # Quy định 66-QĐ/TW, 399-QĐ/TW and practice: QĐ is a decision or a regulation, TT a thông tri.
    *("NQ", "QĐ", "QĐi", "CT", "KL", "QC", "QyĐ", "TT", "HD", "TB", "TC", "BC", "KH", "QH", "CTr"),
    *("CTHĐ", "ĐA", "PA", "DA", "TTr", "CV", "BB", "GM", "GGT", "GCN", "PC", "PG", "PB", "ĐC"),
    *("BS", "TrS", "SL"),
)
JOINT = ("TTLT", "NQLT", "TTLB", "CTPH", "CTrPH", "KHPH", "KHLN", "KHLT", "QCPH", "HDLN", "HDLT")
"""Types issued by several bodies, whose letters all follow: "TTLT-BYT-BTNMT"."""

TYPE_SLUGS = {"HĐ": "hop-dong", "ĐA": "de-an", "DA": "du-an", "CĐ": "cong-dien"}
"""Types that Đ alone keeps apart from another (HD, DA, ĐA, a would-be CD), by their address."""

_STATE_BY_FOLDED = {letters.upper(): letters for letters in STATE}
_PARTY_BY_FOLDED = {letters.upper(): letters for letters in PARTY}


def state_letters(group: str) -> str | None:
    """The official spelling of a State type: "Ctr" and "CTR" give "CTr"; None where it is none."""
    return group if group in OLDER else _STATE_BY_FOLDED.get(group.upper())


def party_letters(group: str) -> str | None:
    """The usual spelling of a Party type: "Cv" gives "CV"; None where it is none."""
    return _PARTY_BY_FOLDED.get(group.upper())
