"""Examples of the commands: for their help and the manual page."""

from collections.abc import Mapping

EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "open": ("piyue page.txt", "piyue open --article 2018-05-01#2", "cat page.txt | piyue -"),
    "init": ("piyue init news --labels +DRUG,DISEASE --git", "piyue init news --keep"),
    "quantities": ("piyue quantities 不低于15% --json",),
    "export": (
        "piyue export --format json -o train.json",
        "piyue export --format conll --split 80/10/10 -o corpus",
    ),
    "import": ("piyue import --format doccano labelled.jsonl",),
    "labels": ("piyue labels add DRUG --zh 药品", "piyue labels rename ORG UNION"),
    "stats": ("piyue stats --json",),
    "ledger": ("piyue ledger --format csv -o ledger.csv",),
    "agree": ("piyue agree --annotator ling --annotator mo",),
    "adjudicate": ("piyue adjudicate --from ling --from mo --into gold",),
    "completion": ("piyue completion bash > ~/.local/share/bash-completion/completions/piyue",),
    "man": ("piyue man > piyue.1 && man ./piyue.1",),
}
"""What is typed, by command."""
