"""A collection so many times as large: new motions of the same words, none of them twice.

In the copies each line of a motion begins as it was and ends as some other motion's line does; a
mere copy would have each hit ten times with equal scores, and postings that pack too well."""
import json


def _ends(text):
    words = text.split(" ")
    return " ".join(words[len(words) // 2:])


def _begins(text):
    words = text.split(" ")
    return " ".join(words[:len(words) // 2])


def multiply(source, destination, times):
    with open(source, encoding="utf-8") as lines:
        motions = [json.loads(line) for line in lines]
    others = [line for motion in motions for line in motion["text"].split("\n")]
    with open(destination, "w", encoding="utf-8") as out:
        for copy in range(times):
            number = copy * 7919
            for motion in motions:
                made = dict(motion)
                if copy:
                    made["id"] = f"{motion['id']}-{copy}"
                    made["title"] = f"{motion['title']} {copy}"
                    texts = []
                    for line in motion["text"].split("\n"):
                        texts.append(f"{_begins(line)} {_ends(others[number % len(others)])}".strip())
                        number += 1
                    made["text"] = "\n".join(texts)
                out.write(json.dumps(made, ensure_ascii=False) + "\n")
