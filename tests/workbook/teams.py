"""Sheets of teams and people for the frameworks of statuses, checks and records."""
import random

TEXTS = ["=1+1", "_x0041_", "+49", "@name", "'quoted", "Ελλάδα", "TRUE", "007", "1e5", "#N/A",
         "", "2026-01-01", "a, b", "x" * 300]
STATUSES = ["fd-1", "fd-2", "fd-3", "fe-1", "bd-1", "bd-2", "lo-1", "lo-2"]
TARGETS = {"fd-2", "fd-3", "fe-1"}
CHECKS = ["fd-4", "fe-2", "fs-1", "fs-2"]
TREES = ["1-2", "true", "2024", "oak", "1-2a", "elm"]
EXCLUDED = "does-not-apply"


def quoted(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"') + '"'


def day(dice):
    return f"20{dice.randint(24, 27)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"


def mapping(pairs):
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"


def some(pairs, blank, dice):
    return {key: value for key, value in pairs.items() if dice.random() >= blank}


def details(item, blank, dice):
    beside = {"owner": quoted(dice.choice(TEXTS)), "due": day(dice), "second": day(dice),
              "size": dice.choice("sl"), "paid": dice.choice(["yes", "no"]),
              "cost": dice.choice([-5, 0, 1000.5, 1 / 3]), "evidence": quoted(dice.choice(TEXTS))}
    if item in TARGETS:
        beside["reading"] = dice.choice([0, 12.5, 80, -1, quoted("none, yet")])
    return some(beside, blank, dice)


def yard(blank, dice, consensus):
    """Answers of one sheet, each left out with a chance."""
    answers = {}
    for item in STATUSES:
        value = dice.choice(["idea", "1-2", "'true'", "done", "best", "done", EXCLUDED])
        beside = details(item, 0.5 if consensus else 0.9, dice)
        answers[item] = mapping({"answer": value, **beside}) if beside else value
    for item in CHECKS:
        answers[item] = dice.choice(["yes", "no", "yes", EXCLUDED])
    answers["fe-3"] = dice.choice(["yes", "no"])
    answers["bt-1"] = quoted(dice.choice(TEXTS[:10]))
    answers["bt-2"] = dice.choice(["calm", "'2024'", "tense", EXCLUDED])
    answers["bt-3"] = dice.choice([-10, 0, 12.25, 5000, EXCLUDED])
    answers["bt-4"] = day(dice)
    answers["bt-5"] = dice.choice([1, 2, 3, EXCLUDED])
    return some(answers, blank, dice)


def attic(blank, dice, _):
    answers = {item: dice.choice(["yes", "no", "yes", EXCLUDED])
               for item in ("high-1", "high-2", "low-1", "low-2")}
    answers["high-3"] = dice.choice(["'no'", "half", "'yes'"])
    return some(answers, blank, dice)


def records(n, blank, dice):
    """Rows of all records of the yard: n trees, three times as many readings."""
    names = TREES[:n]
    trees, readings = {}, {}
    for name in names:
        trees[name] = mapping(some({
            "name": quoted(dice.choice(TEXTS[:10])), "parent": quoted(dice.choice(names)),
            "kind": quoted(dice.choice(["1-2", "true", "high"])),
            "shade": dice.choice(["yes", "no"]), "tall": dice.choice(["low", "high"]),
            "unit": "m" if blank == 0 else dice.choice(["m", "cm"]),
            "low": dice.choice([0, 8.4, -3, "none yet"]),
            "expected": dice.choice([0, 8.4, 4, quoted("=none")]), "planted": day(dice),
        }, blank, dice))
    for i in range(3 * n):
        readings[f"r{i}"] = mapping(some({
            "tree": quoted(dice.choice(names)),
            "day": dice.choice([day(dice), "2026-03-31", "2026-03-31"]),
            "value": dice.choice([0, 1.5, 12, -7, "no reading"]),
            "method": dice.choice(["eye", "rule"]),
        }, blank, dice))
    lines = ["records:"]
    if blank < 1:
        lines.append(f"  note: {mapping({'text': quoted('=1+1'), 'sure': 'yes'})}")
    for record, rows in (("tree", trees), ("reading", readings)):
        if rows:
            lines.append(f"  {record}:")
            lines += [f"    {quoted(name)}: {row}" for name, row in rows.items()]
    return "\n".join(lines) + "\n" if len(lines) > 1 else ""


def plan(sections, dice):
    """An action plan of up to three actions."""
    actions = [some({"owner": quoted(dice.choice(TEXTS)), "due": day(dice),
                     "section": dice.choice(sections),
                     "serves": "yard/front-data"}, 0.3, dice)
               for _ in range(dice.randint(0, 3))]
    return "".join(["plan:\n"] * (len(actions) > 0) + [
        f"  - {mapping({'action': quoted(dice.choice(TEXTS[:10])), 'category': category, **action})}\n"
        for action, category in zip(actions, ["stop", "start", "stop"])])


def sheet(framework, version, wave, answers, more):
    return (f"---\nframework: {framework}\nversion: \"{version}\"\nwave: {wave}\n{more}"
            f"answers: {mapping(answers)}\n")


TEAM = "sheet: consensus\ndate: 2026-06-30\n"
UNDATED = "sheet: consensus\n"


def person(number):
    return f"respondent: {{id: P{number}}}\n"


def yard_cases():
    """Text of the answers by name of the case."""
    dice = random.Random(11)

    def team(blank, n, more=TEAM, wave="w2"):
        return (sheet("yard", "1", wave, yard(blank, dice, True), more) +
                records(n, blank if n else 1, dice) + plan(["front-data", "back-data"], dice))

    nothing = {item: EXCLUDED for item in STATUSES + CHECKS + ["bt-2", "bt-3", "bt-5"]}
    done = {item: "done" for item in STATUSES} | {item: "yes" for item in CHECKS}
    people = "".join(sheet("yard", "1", "w2", yard(blank, dice, False), person(i))
                     for i, blank in enumerate([0, 0.2, 0.5, 0.8, 1, 0, 0.3]))
    return {
        "full": team(0, 6),
        "changed": team(0.3, 4, wave="w1") + team(0.2, 6),
        "gaps": team(0.4, 6),
        "undated": team(0.1, 6, UNDATED),
        "one-row": team(0, 1),
        "no-rows": team(0.2, 0),
        "blank": sheet("yard", "1", "w2", {}, TEAM),
        "nothing-applies": sheet("yard", "1", "w2", nothing, TEAM),
        "all-done": sheet("yard", "1", "w2", done, TEAM),
        "people": people,
        "people-and-team": people + team(0.2, 3),
        "people-nothing-applies": "".join(sheet("yard", "1", "w2", nothing, person(i))
                                          for i in range(3)),
        "one-person": sheet("yard", "1", "w2", yard(0, dice, False), person(1)),
    }


def attic_cases():
    dice = random.Random(12)

    def people(blank, n):
        return "".join(sheet("attic", "2", "w2", attic(blank, dice, False), person(i))
                       for i in range(n))

    team = sheet("attic", "2", "w2", attic(0.1, dice, True), TEAM)
    return {
        "people": people(0.1, 12) + team,
        "gaps": people(0.6, 9),
        "sparse": people(0.9, 6) + team,
        "blank": people(1, 4),
        "team": team,
        "blank-team": sheet("attic", "2", "w2", {}, TEAM),
    }
