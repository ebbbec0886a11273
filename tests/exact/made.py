"""made.py - random documents of few words, so that many weigh the same, with what texts rarely
have: passages without a word, acronyms in capitals, hyphens, words of titles alone, other
scripts."""
import json

WORDS = ("kettle kettles canteen tea teas urn steward stewards rota shift shifts late early pay "
         "paid notice boil boiling spoon saucer trolley queue break breaks warm cold the of and to "
         "not GPs STPs NHS gas").split()
OF_TITLES = "ladle samovars counter".split()
COMPOUNDS = "tea-break tea-breaks co-operative over-time well-paid rota-based".split()
WORDLESS = ("* * *", "—", "…", "§§")
FOREIGN = "чайник кипит громко в столовой у нас каждый день шумно"
DECISIONS = ("carried", "carried as amended", "lost", "remitted", "withdrawn", "")


def sentence(random):
    words = [random.choice(COMPOUNDS) if random.random() < .1 else random.choice(WORDS)
             for _ in range(random.randint(3, 14))]
    return " ".join(words).capitalize() + "."


def paragraph(random):
    chance = random.random()
    if chance < .05:
        return random.choice(WORDLESS)
    if chance < .08:
        return FOREIGN
    return " ".join(sentence(random) for _ in range(random.randint(1, 3)))


def document(random, place):
    made = {"id": f"made-{place}", "kind": random.choice(("motion", "motion", "article")),
            "text": "\n\n".join(paragraph(random) for _ in range(random.randint(1, 6)))}
    if random.random() < .7:
        made["title"] = " ".join(random.choices(WORDS[:20] + OF_TITLES, k=random.randint(1, 4)))
    if random.random() < .8:
        made["year"] = random.randint(2030, 2034)
        made["conference"] = random.choice(("Canteen Conference", "Tea Conference", "Urn Forum"))
    decision = random.choice(DECISIONS)
    if decision and made["kind"] == "motion":
        made["decision"] = decision
    return made


def write(random, path, count, start=0):
    lines = [json.dumps(document(random, start + place)) for place in range(count)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
