"""What an analyst makes of Data long must be what the other sheets say."""
import importlib.machinery
import importlib.util
import pathlib

READER = pathlib.Path(__file__).parent.parent / "recalculate"
TOLERANCE = 1e-9
NEEDED = ["code", "wave", "Id", "Scale", "Value", "Label", "Score", "Scored"]


def load_reader():
    loader = importlib.machinery.SourceFileLoader("recalculate", str(READER))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("recalculate", loader))
    loader.exec_module(module)
    return module


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def read_sheets(path):
    """{name: {row: {column: value}}}"""
    sheets = {}
    for (name, place), (value, _) in load_reader().read_workbook(path).items():
        letters = place.rstrip("0123456789")
        row = sheets.setdefault(name, {}).setdefault(int(place[len(letters):]), {})
        row[column_number(letters)] = value
    return sheets


def read_table(sheet):
    """Rows below the first as {head: value}; what is empty is left out."""
    heads = sheet[1]
    return [{heads[column]: value for column, value in row.items()}
            for number, row in sorted(sheet.items()) if number > 1]


def read_blocks(sheet, mark):
    """Rows of all blocks, each below a row of heads that has `mark`, by the names before it."""
    heads, names, rows = None, 0, {}
    for _, row in sorted(sheet.items()):
        if mark in row.values():
            heads = row
            names = next(column for column, value in row.items() if value == mark)
        elif heads is not None and names - 1 in row and len(row) > names:
            key = tuple(row.get(column, "") for column in range(names))
            rows[key] = {heads[column]: value for column, value in row.items()
                         if column >= names and column in heads}
    return [heads[column] for column in range(names)] if heads else [], rows


def group(rows, names):
    """Rows of each item, by its sections and text."""
    items = {}
    for row in rows:
        items.setdefault(tuple(row.get(name, "") for name in names), []).append(row)
    return items


def scores(rows):
    return [row["Score"] for row in rows if "Score" in row]


def blanks(rows):
    return sum("Value" not in row and "Score" not in row for row in rows)


def expected(shown, rows):
    """Pairs of what a sheet says of an item and what its rows come to."""
    found = scores(rows)
    mean = sum(found) / len(found) if found else ""
    for head in ("Mean", "Done"):
        if head in shown:
            yield head, shown[head], mean
            yield "People", shown["People"], len(found)
    if "Net" in shown:
        yield "Net", shown["Net"], sum(found)
        yield "Sheets", shown["Sheets"], len(found)
    elif "Blank" in shown:
        yield "Blank", shown["Blank"], blanks(rows)


def differs(one, other):
    if "" in (one, other):
        return one != other
    return abs(one - other) > TOLERANCE


def compare(path):
    """How many numbers were compared and how many differ; prints these."""
    sheets = read_sheets(path)
    compared = wrong = 0
    rows = read_table(sheets["Data long"]) if "Data long" in sheets else []
    for name, mark in (("Distribution", "People"), ("Items", "+")):
        if name not in sheets or not rows:
            continue
        names, shown = read_blocks(sheets[name], mark)
        items = group(rows, names)
        for head in NEEDED:
            if head not in sheets["Data long"][1].values():
                print(f"{path}: Data long has no column {head}")
                wrong += 1
        for key, values in shown.items():
            for what, there, here in expected(values, items.get(key, [])):
                compared += 1
                if differs(there, here):
                    print(f"{path}: {name}, {key}, {what}: {there!r}, from Data long {here!r}")
                    wrong += 1
    return compared, wrong


def compare_all(paths):
    """Whether all is well."""
    results = [compare(path) for path in paths]
    wrong = sum(result[1] for result in results)
    compared = sum(result[0] for result in results)
    print(f"{len(paths)} workbooks, {compared} numbers from long data, {wrong} differ")
    return wrong == 0 and compared > 0
