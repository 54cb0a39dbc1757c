"""Random frameworks with random answers, for tests of what is computed from them.

engagement(seed) gives the text of a framework and of its answers, the same for the same seed.
Frameworks have one to three levels of sections, every kind of scale and of measure, weights,
reversed items, bands, minimums; answers have blanks, ties, what does not apply, few people or
none, several waves, segments, awkward texts, a sheet of the whole team, plans.
"""
import json
import random

TEXTS = ["=1+1", "_x0041_", "+49", "-1", "@name", "'quoted", "Ελλάδα", "林美玲", "TRUE", "007",
         "1e5", "#N/A", "a, b", "Naïve café", "x" * 90]
LEVELS = [("area", "Area", "Areas"), ("field", "Field", "Fields"), ("task", "Task", "Tasks")]
EXCLUDED = "does-not-apply"
MAIN_SCALES = ("rating", "mark", "status", "check")
MEASURES = {"rating": ("sum", "mean"), "mark": ("net",), "status": ("completion", "count"),
            "check": ("share", "count")}


def scale(kind, dice):
    """A scale as a framework writes it, and the answers that it takes."""
    common = {"kind": kind, "prompt": "How is it?", "directions": "Say it in every row."}
    if dice.random() < 0.3 and kind != "mark":
        common["excluded"] = "Not for us"
    if kind == "rating":
        points = sorted(dice.sample(range(-5, 11), dice.randint(2, 7)))
        common["points"] = {str(point): f"Point {point}" for point in points}
        return common, points
    if kind == "mark":
        return {**common, "plus": "Good", "minus": "Bad", "blank": "Neither."}, ["plus", "minus"]
    if kind == "status":
        common["points"] = {"idea": {"label": "Idea", "stand": "open"},
                            "begun": {"label": dice.choice(TEXTS), "stand": "started"},
                            "done": {"label": "Finished", "stand": "done"}}
        common["columns"] = {"owner": "Owner", "due": {"title": "Due", "type": "date"}}
        return common, ["idea", "begun", "done"]
    if kind == "check":
        return {**common, "yes": "Yes", "no": "No"}, ["yes", "no"]
    if kind == "choice":
        return {**common, "points": {"calm": "Calm", "tense": dice.choice(TEXTS)}}, \
            ["calm", "tense"]
    if kind == "number":
        return {**common, "unit": "USD"}, [-3, 0, 12.5, 1 / 3]
    if kind == "date":
        return common, ["2026-01-31", "2025-12-01"]
    return common, [dice.choice(TEXTS) for _ in range(3)]


class Maker:
    """Grows sections and items, and keeps what each item takes."""

    def __init__(self, dice, kinds, scales, n_levels):
        self.dice, self.kinds, self.scales, self.n_levels = dice, kinds, scales, n_levels
        self.items = {}   # id -> answers that it takes
        self.n = 0

    def name(self, word):
        self.n += 1
        return f"{word}-{self.n}"

    def item(self):
        dice = self.dice
        weights = [8] + [1 if self.items else 0] * (len(self.kinds) - 1)
        kind = dice.choices(self.kinds, weights)[0]
        made = {"text": f"{dice.choice(TEXTS)} {self.n}", "scale": kind}
        if kind == "rating" and dice.random() < 0.25:
            made["reversed"] = True
        if dice.random() < 0.2:
            made["weight"] = dice.choice([0.1, 0.5, 2, 2.5])
        values = list(self.scales[kind][1])
        if "excluded" in self.scales[kind][0]:
            values.append(EXCLUDED)
        return made, values

    def sections(self, depth):
        made = {}
        for _ in range(self.dice.randint(1, 3)):
            ident = self.name("part")
            section = {"title": f"{self.dice.choice(TEXTS)} {self.n}"}
            if depth + 1 < self.n_levels:
                section["sections"] = self.sections(depth + 1)
            else:
                section["items"] = {}
                for _ in range(self.dice.randint(1, 5)):
                    key = self.name("item")
                    section["items"][key], self.items[key] = self.item()
            made[ident] = section
        return made


def rules(dice, levels, kind):
    """Scoring rules for the whole and all levels of sections, or for some."""
    scoring = {}
    for name in [level for level in levels if dice.random() < 0.85]:
        rule = {"measure": dice.choice(MEASURES[kind]), "from": "items",
                "minimum": dice.choice([0, 0.2, 0.5, 0.8, 1])}
        scoring[name] = rule
    below = levels[-1]
    if kind == "rating" and below in scoring and dice.random() < 0.6:
        scoring["overall"] = {"measure": dice.choice(["sum", "mean"]), "from": "sections",
                              "minimum": dice.choice([0.5, 1])}
        if len(levels) > 1:
            for name in levels[:-1]:
                scoring[name] = dict(scoring["overall"])
    elif dice.random() < 0.7:
        scoring["overall"] = {"measure": dice.choice(MEASURES[kind]), "from": "items",
                              "minimum": dice.choice([0, 0.5])}
    if kind == "rating":
        for rule in scoring.values():
            if rule["measure"] == "sum" and rule["from"] == "items" and dice.random() < 0.4:
                rule["prorate"] = True
            if dice.random() < 0.4:
                rule["bands"] = "grade"
    return scoring


def framework(dice):
    kind = dice.choice(MAIN_SCALES)
    others = [other for other in ("status", "check", "choice", "number", "text", "date")
              if other != kind and dice.random() < 0.12]
    mixed = kind in ("rating", "mark") and dice.random() < 0.1  # then nothing is scored
    kinds = [kind] + others + (["mark" if kind == "rating" else "rating"] if mixed else [])
    scales = {name: scale(name, dice) for name in kinds}
    n_levels = dice.randint(1, 3)
    maker = Maker(dice, kinds, scales, n_levels)
    levels = [LEVELS[i][0] for i in range(n_levels)]
    made = {
        "framework": "random", "version": "1", "code": "RND", "title": dice.choice(TEXTS),
        "language": "en", "purpose": "Try everything.", "source": "Drawn at random.",
        "licence": "MIT",
        "levels": {key: {"title": one, "plural": many} for key, one, many in
                   LEVELS[:n_levels] + [("statement", "Statement", "Statements")]},
        "scales": {name: given[0] for name, given in scales.items()},
        "bands": {"grade": {"title": "Grade", "steps": {
            "low": {"from": -900, "to": 3, "title": "Low", "text": "Little."},
            "high": {"from": 4, "to": 9000, "title": "High", "text": "Much."}}}},
        "scoring": {} if mixed else rules(dice, levels, kind),
        "plan": {"start": "Start"},
        "sections": maker.sections(0),
    }
    if not any("bands" in rule for rule in made["scoring"].values()):
        del made["bands"]
    return made, maker.items


def answers(dice, items, blank, equal):
    """What one sheet says; equal: the same as all others."""
    given = {}
    for item, values in items.items():
        if dice.random() >= blank:
            given[item] = values[0] if equal else dice.choice(values)
    return given


def sheets(dice, items):
    """All sheets of one to three waves."""
    blank, equal = dice.choice([0, 0.1, 0.3, 0.8]), dice.random() < 0.15
    people = dice.choice([0, 1, 2, 4, 5, 7, 12])
    teams = dice.sample(TEXTS, 3)
    for wave in ("2025-H1", "2025-H2", "2026-H1")[:dice.randint(1, 3)]:
        for number in range(people):
            if dice.random() < 0.1 and number > 0:
                continue
            segments = {"team": dice.choice(teams)} if dice.random() < 0.8 else {}
            yield {"wave": wave, "respondent": {"id": f"R{number:02}", "segments": segments},
                   "answers": answers(dice, items, blank, equal),
                   "plan": [{"action": dice.choice(TEXTS), "category": "start",
                             "due": "2026-03-01"}] if dice.random() < 0.1 else []}
        if people == 0 or dice.random() < 0.5:
            yield {"wave": wave, "sheet": "consensus", "date": "2026-06-30",
                   "answers": answers(dice, items, blank / 2, False)}


def engagement(seed):
    """(framework, answers) as JSON, which is YAML."""
    dice = random.Random(seed)
    made, items = framework(dice)
    documents = [{"framework": "random", "version": "1", **sheet} for sheet in sheets(dice, items)]
    return json.dumps(made, ensure_ascii=False), \
        "\n---\n".join(json.dumps(sheet, ensure_ascii=False) for sheet in documents)
