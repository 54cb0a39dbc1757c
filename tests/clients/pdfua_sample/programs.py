"""Font programs of six glyphs: .notdef, A, B, a space, C, a glyph of no width.

The glyphs with ink are squares. Widths are thousandths of the size.
"""
import struct

WIDTHS = [500, 600, 700, 250, 800, 0]
A, B, SPACE, C, NOTHING = range(1, 6)
BLANK = (SPACE, NOTHING)
LETTERS = {0x20: SPACE, 0x41: A, 0x42: B, 0x43: C}

SQUARE = struct.pack(">hhhhhHH4B4h4h", 1, 0, 0, 500, 500, 3, 0, *[1] * 4,
                     0, 500, 0, -500, 0, 0, 500, 0)


def cmap_4(mapping):
    """One segment for each character, and the last one that is required."""
    codes = sorted(mapping) + [0xFFFF]
    deltas = [(mapping.get(code, 0) - code) & 0xFFFF for code in codes[:-1]] + [1]
    n = len(codes)
    body = struct.pack(f">4H{n}HH{n}H{n}H{n}H", 2 * n, 0, 0, 0, *codes, 0, *codes, *deltas,
                       *[0] * n)
    return struct.pack(">HHH", 4, len(body) + 6, 0) + body


def cmap_0(mapping):
    return struct.pack(">HHH256B", 0, 262, 0, *(mapping.get(code, 0) for code in range(256)))


def cmap_table(tables):
    """Subtables by platform and encoding."""
    head, body = struct.pack(">HH", 0, len(tables)), b""
    at = 4 + 8 * len(tables)
    for (platform, encoding), subtable in tables.items():
        head += struct.pack(">HHL", platform, encoding, at + len(body))
        body += subtable
    return head + body


def true_type(cmaps=None):
    n = len(WIDTHS)
    glyphs = [b"" if glyph in BLANK else SQUARE for glyph in range(n)]
    offsets = [sum(map(len, glyphs[:at])) for at in range(n + 1)]
    tables = {
        "glyf": b"".join(glyphs),
        "head": struct.pack(">LLLLHHQQ4hHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0,
                            0, 0, 500, 500, 0, 8, 2, 1, 0),
        "hhea": struct.pack(">Lhhh13H", 0x10000, 800, -200, 0, *[0] * 12, n),
        "hmtx": b"".join(struct.pack(">Hh", width, 0) for width in WIDTHS),
        "loca": struct.pack(f">{n + 1}L", *offsets),
        "maxp": struct.pack(">LH13H", 0x10000, n, *[0] * 13),
    }
    if cmaps:
        tables["cmap"] = cmap_table(cmaps)
    head = struct.pack(">L4H", 0x10000, len(tables), 0, 0, 0)
    at, body = 12 + 16 * len(tables), b""
    for tag, data in sorted(tables.items()):
        head += struct.pack(">4sLLL", tag.encode(), 0, at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    return head + body


def index(parts):
    offsets = [1 + sum(map(len, parts[:at])) for at in range(len(parts) + 1)]
    if not parts:
        return b"\0\0"
    return struct.pack(f">HB{len(offsets)}H", len(parts), 2, *offsets) + b"".join(parts)


def number(value):
    return struct.pack(">Bl", 29, value)


def charstring(width):
    """A width beyond the nominal one, then a square; the default has no width."""
    start = b"" if width == 500 else struct.pack(">Bh", 28, width - 600)
    if width in (WIDTHS[SPACE], WIDTHS[NOTHING]):
        return start + b"\x0e"
    return start + b"\x8b\x8b\x15" + b"\xf7\x8c\x06\xf7\x8c\x07" + b"\x0e"


def cff():
    """By CID, glyph n with CID n. Widths: default 500, nominal 600."""
    n = len(WIDTHS)
    strings = index([b"Adobe", b"Identity"])
    charset = b"\0" + struct.pack(f">{n - 1}H", *range(1, n))
    select = struct.pack(">BHHBH", 3, 1, 0, 0, n)
    chars = index([charstring(width) for width in WIDTHS])
    private = number(500) + b"\x14" + number(600) + b"\x15"

    def top(charset_at, select_at, chars_at, fonts_at):
        return index([number(391) + number(392) + number(0) + b"\x0c\x1e"
                      + number(charset_at) + b"\x0f" + number(select_at) + b"\x0c\x25"
                      + number(chars_at) + b"\x11" + number(fonts_at) + b"\x0c\x24"])
    start = b"\1\0\4\2" + index([b"Sample"])
    at = len(start) + len(top(0, 0, 0, 0)) + len(strings) + 2
    places, parts = [], [charset, select, chars, private]
    for part in parts:
        places.append(at)
        at += len(part)
    fonts = index([number(len(private)) + number(places[3]) + b"\x12"])
    return start + top(*places[:3], at) + strings + b"\0\0" + b"".join(parts) + fonts
