"""Examples of the commands: for their help and the manual page."""

from collections.abc import Mapping

GENERAL = (
    "piyue tour",
    "piyue init news && cd news && piyue",
    "piyue page.txt",
    "piyue export --format json -o train.json",
)
"""What is typed first."""

EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "open": ("piyue page.txt", "piyue open --article 2018-05-01#2", "cat page.txt | piyue -"),
    "tour": ("piyue tour", "piyue tour --lang zh"),
    "init": ("piyue init news --labels +DRUG,DISEASE --git", "piyue init news --keep"),
    "pages": ("piyue pages", "piyue pages --json"),
    "articles": ("piyue articles --page 2018-05-01", "piyue articles --json"),
    "show": ("piyue show 2018-05-01#2", "piyue show 2018-05-01#2 --json"),
    "quantities": ("piyue quantities 不低于15% --json", "piyue quantities --all --json"),
    "suggest": ("piyue suggest --article 2018-05-01#2", "piyue suggest --all --json"),
    "learn": ("piyue learn", "piyue learn --json"),
    "export": (
        "piyue export --format json -o train.json",
        "piyue export --format conll --split 80/10/10 -o corpus",
    ),
    "import": (
        "piyue import --format doccano labelled.jsonl",
        "piyue import --format conll train.txt --article-per blank",
    ),
    "stats": ("piyue stats", "piyue stats --shard 1/4 -o parts", "piyue stats --json --merge parts"),
    "report": ("piyue report -o report.html", "piyue report --annotator ling -o ling.html"),
    "agree": ("piyue agree --annotator ling --annotator mo",),
    "adjudicate": ("piyue adjudicate --from ling --from mo --into gold",),
    "assign": ("piyue assign 2018-05-01 --to ling,mo", "piyue assign --all --to ling,mo,qiu --overlap 2"),
    "queue": ("piyue queue", "piyue queue --mine --json"),
    "ledger": ("piyue ledger", "piyue ledger --format csv -o ledger.csv"),
    "alias": ("piyue alias", "piyue alias subject 县总工会 望津县总工会"),
    "keys": ("piyue keys", "piyue keys --lang zh"),
    "labels": (
        "piyue labels add DRUG --zh 药品",
        "piyue labels change DRUG --key g",
        "piyue labels rename ORG UNION",
    ),
    "relations": ("piyue relations", "piyue relations rename subject owner"),
    "check": ("piyue check", "piyue check --model --json"),
    "index": ("piyue index", "piyue index --shard 1/4 -o parts", "piyue index --merge parts"),
    "restore": (
        "piyue restore 2018-05-01",
        "piyue restore 2018-05-01 3",
        "piyue restore --archive news.zip -o news",
    ),
    "merge": ("piyue merge", "piyue merge annotations/ling/2018-05-01.json"),
    "git": ("piyue git setup",),
    "store": ("piyue store setup", "piyue store copy"),
    "backup": ("piyue backup -o news.zip",),
    "completion": ("piyue completion bash > ~/.local/share/bash-completion/completions/piyue",),
    "man": ("piyue man > piyue.1 && man ./piyue.1",),
    "serve": ("piyue serve", "piyue serve --add ling", "piyue serve --host 0.0.0.0 --port 8000"),
}
"""What is typed, by command."""
