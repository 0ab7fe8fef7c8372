"""Layout: words with places on a page become text in reading order.

One convention for every kind of file: blocks are parted by a blank line; a paragraph is one line,
however it was wrapped; the lines of heading and foot stay lines, the left column before the right,
the heading in the order of Decree 30/2020/NĐ-CP, annex I: issuer, motto, number, place and date,
subject; rows of other tables are lines with bars between their cells.
"""
