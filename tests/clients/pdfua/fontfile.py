"""Font programs: TrueType and CFF, as far as glyphs, widths and cmaps go."""
import struct


class BadFont(Exception):
    """The bytes are no font program that can be read."""


def unpack(form, data, at):
    try:
        return struct.unpack_from(">" + form, data, at)
    except struct.error:
        raise BadFont("a table of the font program is cut") from None


def sfnt_tables(data):
    count, = unpack("H", data, 4)
    tables = {}
    for i in range(count):
        tag, _, offset, length = unpack("4sLLL", data, 12 + 16 * i)
        tables[tag.decode("latin-1")] = data[offset:offset + length]
    return tables


class TrueType:
    def __init__(self, data):
        tables = sfnt_tables(data)
        missing = {"head", "hhea", "hmtx", "maxp", "loca", "glyf"} - set(tables)
        if missing:
            raise BadFont("no table " + ", ".join(sorted(missing)))
        self.units, = unpack("H", tables["head"], 18)
        self.n_glyphs, = unpack("H", tables["maxp"], 4)
        n_metrics, = unpack("H", tables["hhea"], 34)
        if self.units == 0 or n_metrics == 0:
            raise BadFont("no units or no metrics")
        metrics = unpack(f"{2 * n_metrics}H", tables["hmtx"], 0)
        self.advances = metrics[0::2]
        long_offsets, = unpack("h", tables["head"], 50)
        n = self.n_glyphs + 1
        self.offsets = unpack(f"{n}L" if long_offsets else f"{n}H", tables["loca"], 0)
        self.cmaps = read_cmaps(tables["cmap"]) if "cmap" in tables else {}

    def has(self, glyph):
        return 0 <= glyph < self.n_glyphs

    def is_blank(self, glyph):
        return self.offsets[glyph] == self.offsets[glyph + 1]

    def width(self, glyph):
        """In thousandths of the font size."""
        return self.advances[min(glyph, len(self.advances) - 1)] * 1000 / self.units


def read_cmaps(table):
    """By platform and encoding: character to glyph."""
    count, = unpack("H", table, 2)
    found = {}
    for i in range(count):
        platform, encoding, offset = unpack("HHL", table, 4 + 8 * i)
        found[platform, encoding] = read_subtable(table, offset)
    return found


def read_subtable(table, at):
    form, = unpack("H", table, at)
    if form == 0:
        return {code: glyph for code, glyph in enumerate(table[at + 6:at + 262]) if glyph}
    if form == 4:
        return read_segments(table, at)
    if form == 6:
        first, count = unpack("HH", table, at + 6)
        return dict(enumerate(unpack(f"{count}H", table, at + 10), first))
    if form == 12:
        count, = unpack("L", table, at + 12)
        groups = (unpack("LLL", table, at + 16 + 12 * i) for i in range(count))
        return {code: glyph + code - first for first, last, glyph in groups
                for code in range(first, min(last, first + 0xFFFF) + 1)}
    return {}


def read_segments(table, at):
    double, = unpack("H", table, at + 6)
    n = double // 2
    ends = unpack(f"{n}H", table, at + 14)
    starts = unpack(f"{n}H", table, at + 16 + double)
    deltas = unpack(f"{n}H", table, at + 16 + 2 * double)
    ranges_at = at + 16 + 3 * double
    ranges = unpack(f"{n}H", table, ranges_at)
    found = {}
    for i in range(n):
        for code in range(starts[i], ends[i] + 1):
            glyph = code
            if ranges[i]:
                glyph, = unpack("H", table, ranges_at + 2 * i + ranges[i]
                                + 2 * (code - starts[i]))
            if glyph or not ranges[i]:
                glyph = (glyph + deltas[i]) & 0xFFFF
            if glyph:
                found[code] = glyph
    return found


def read_index(data, at):
    """The objects of a CFF INDEX, and the offset behind it."""
    count, = unpack("H", data, at)
    if count == 0:
        return [], at + 2
    size = data[at + 2]
    start = at + 3
    offsets = [int.from_bytes(data[start + i * size:start + (i + 1) * size], "big")
               for i in range(count + 1)]
    base = start + (count + 1) * size - 1
    return ([data[base + a:base + b] for a, b in zip(offsets, offsets[1:])], base + offsets[-1])


def read_real(data, at):
    digits = ""
    while at < len(data):
        for nibble in (data[at] >> 4, data[at] & 15):
            if nibble == 15:
                return float(digits or 0), at + 1
            digits += "0123456789.EE -"[nibble] if nibble != 12 else "E-"
        at += 1
    raise BadFont("a number of a CFF dictionary is cut")


def read_dict(data):
    """A CFF DICT: operator to operands; escaped operators count from 1200."""
    entries, operands, at = {}, [], 0
    while at < len(data):
        byte = data[at]
        at += 1
        if byte <= 21:
            if byte == 12:
                byte, at = 1200 + data[at], at + 1
            entries[byte], operands = operands, []
        elif byte == 30:
            value, at = read_real(data, at)
            operands.append(value)
        elif byte == 28:
            operands += unpack("h", data, at)
            at += 2
        elif byte == 29:
            operands += unpack("l", data, at)
            at += 4
        elif byte <= 246:
            operands.append(byte - 139)
        else:
            sign = 1 if byte <= 250 else -1
            operands.append(sign * ((byte - (247 if sign > 0 else 251)) * 256 + data[at] + 108))
            at += 1
    return entries


CHARSET, CHARSTRINGS, PRIVATE, SUBRS = 15, 17, 18, 19
DEFAULT_WIDTH, NOMINAL_WIDTH = 20, 21
MATRIX, ROS, FD_ARRAY, FD_SELECT = 1207, 1230, 1236, 1237
# Charstring operators that clear the stack, with the number of operands they
# take; one more is the width. None: an even number.
CLEARING = {1: None, 3: None, 18: None, 23: None, 19: None, 20: None,
            21: 2, 22: 1, 4: 1, 14: 0}


class Private:
    def __init__(self, data, entries):
        size, at = (int(value) for value in entries.get(PRIVATE, (0, 0)))
        private = read_dict(data[at:at + size])
        self.default = private.get(DEFAULT_WIDTH, [0])[0]
        self.nominal = private.get(NOMINAL_WIDTH, [0])[0]
        self.subroutines = []
        if SUBRS in private:
            self.subroutines = read_index(data, at + int(private[SUBRS][0]))[0]


class Cff:
    def __init__(self, data):
        try:
            self.read(data)
        except (IndexError, KeyError, ValueError) as error:
            raise BadFont(f"the CFF program does not read: {error!r}") from None

    def read(self, data):
        _, at = read_index(data, data[2])
        tops, at = read_index(data, at)
        _, at = read_index(data, at)
        self.global_subroutines, _ = read_index(data, at)
        top = read_dict(tops[0])
        self.charstrings, _ = read_index(data, int(top[CHARSTRINGS][0]))
        self.n_glyphs = len(self.charstrings)
        self.is_cid = ROS in top
        self.charset = self.read_charset(data, int(top.get(CHARSET, [0])[0]))
        self.glyph_of_cid = {cid: glyph for glyph, cid in enumerate(self.charset)}
        self.scale = top.get(MATRIX, [0.001])[0] * 1000
        self.privates = [Private(data, top)]
        self.select = bytes(self.n_glyphs)
        if self.is_cid:
            fonts, _ = read_index(data, int(top[FD_ARRAY][0]))
            self.privates = [Private(data, read_dict(font)) for font in fonts]
            self.select = self.read_select(data, int(top[FD_SELECT][0]))

    def read_charset(self, data, at):
        if at <= 2:
            return list(range(self.n_glyphs))
        form, charset = data[at], [0]
        at += 1
        while len(charset) < self.n_glyphs:
            first, = unpack("H", data, at)
            left = 0 if form == 0 else unpack("B" if form == 1 else "H", data, at + 2)[0]
            charset.extend(range(first, first + left + 1))
            at += (2, 3, 4)[form]
        return charset[:self.n_glyphs]

    def read_select(self, data, at):
        if data[at] == 0:
            return data[at + 1:at + 1 + self.n_glyphs]
        count, = unpack("H", data, at + 1)
        select = bytearray(self.n_glyphs)
        for i in range(count):
            first, which, end = unpack("HBH", data, at + 3 + 3 * i)
            select[first:end] = bytes([which]) * (end - first)
        return bytes(select)

    def has(self, glyph):
        return 0 <= glyph < self.n_glyphs

    def is_blank(self, glyph):
        """hb-subset leaves nothing but the end of a glyph that it drops."""
        return len(self.charstrings[glyph]) <= 1

    def width(self, glyph):
        private = self.privates[self.select[glyph]]
        extra = WidthFinder(self, private).find(self.charstrings[glyph])
        return (private.default if extra is None else private.nominal + extra) * self.scale


class WidthFinder:
    """Runs a Type 2 charstring up to the first operator that clears the stack:
    an operand too many there is the width (Adobe technical note 5177)."""

    def __init__(self, cff, private):
        self.cff = cff
        self.private = private
        self.stack = []
        self.depth = 0

    def find(self, code):
        done, width = self.run(code)
        return width if done else None

    def run(self, code):
        at = 0
        self.depth += 1
        while at < len(code) and self.depth < 12:
            byte = code[at]
            at += 1
            if byte == 28:
                self.stack += unpack("h", code, at)
                at += 2
            elif byte == 255:
                self.stack.append(unpack("l", code, at)[0] / 65536)
                at += 4
            elif 32 <= byte <= 246:
                self.stack.append(byte - 139)
            elif byte > 246:
                sign = 1 if byte <= 250 else -1
                self.stack.append(sign * ((byte - (247 if sign > 0 else 251)) * 256
                                          + code[at] + 108))
                at += 1
            elif byte in (10, 29):
                result = self.call(byte)
                if result[0]:
                    return result
            elif byte == 11:
                break
            else:
                return True, self.width_at(byte)
        self.depth -= 1
        return False, None

    def call(self, byte):
        routines = self.private.subroutines if byte == 10 else self.cff.global_subroutines
        bias = 107 if len(routines) < 1240 else 1131 if len(routines) < 33900 else 32768
        return self.run(routines[int(self.stack.pop()) + bias])

    def width_at(self, byte):
        n, takes = len(self.stack), CLEARING.get(byte)
        if byte == 14:
            has_width = n in (1, 5)
        elif takes is None:
            has_width = byte in CLEARING and n % 2 == 1
        else:
            has_width = n > takes
        return self.stack[0] if has_width else None


def read(data, subtype):
    """A program, by the Subtype of its stream; FontFile2 has none."""
    if subtype in ("/CIDFontType0C", "/Type1C"):
        return Cff(data)
    if data[:4] == b"OTTO":
        return Cff(sfnt_tables(data).get("CFF ", b"\1\0\4\1"))
    return TrueType(data)
