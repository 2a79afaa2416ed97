"""Pieces of text as pages have them, to be strung together in property tests."""

from hypothesis import strategies as st

PIECES = [
    "women", "Ciudad Ju&aacute;rez", " ", "  ", "\n", "\r\n", ". ", ", ", " , ", "202 1", "2 ,150",
    "inform ed", "Par\u00c3\u00a1", "women\ufffds", "Senate&acute;s", "&nbsp;", "&amp;amp;", "&#0;", "&#65;",
    "&unknown;", "<b>", "</b>", "<br/>", "<p>", "</p>", "<", ">", "5 < 7", "<a", '<a href="https://x.example',
    '<a href="mailto:ana@example.org">', "</a>", "<!-- note -->", "<!--", "<script>a<b</script>", "\ufeff",
    "ana@example.org", "https://example.org/ana?x=1", "@ana_example", "(", ")", "( )", "\u200b", "é", "\U0001f600",
    "<your name>", "&lt;b&gt;", "\x85", "’", "- ", "• ",
]  # fmt: skip

raws = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=24).map("".join)
"""Raw texts, broken in every way that pages are."""
