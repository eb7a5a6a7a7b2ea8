"""doccano's own exporter measured, by a Python that has doccano installed, and nothing of piyue.

``pip install doccano 'marshmallow<4' 'numpy<2' 'setuptools<80'`` makes one that runs.
``python bench/doccano_export.py TASKS`` puts the texts and spans of a doccano JSON Lines file into a database
of SQLite and prints how many documents a second doccano exports from it, in MB how much memory that took.
"""

import json
import os
import resource
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from time import process_time


def main() -> None:
    """Fill a database, then export it."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "config.settings.development",
            "DATABASE_URL": f"sqlite:///{folder}/doccano.db",
            "SECRET_KEY": "bench",
        }
        spec = find_spec("backend")
        assert spec is not None
        assert spec.origin is not None
        sys.path.insert(0, str(Path(spec.origin).parent))
        import django

        django.setup()
        from django.conf import settings
        from django.core.management import call_command

        settings.MEDIA_ROOT = folder
        call_command("migrate", verbosity=0)
        project, count = filled(Path(sys.argv[1]))
        from data_export.celery_tasks import export_dataset

        began = process_time()
        archive = export_dataset(project, "JSONL")
        seconds = process_time() - began
        assert Path(archive).stat().st_size
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"articles/s": count / seconds, "MB": memory}))


def filled(tasks: Path) -> tuple[int, int]:
    """Put the tasks into the database; return the project's number and how many there are."""
    from django.contrib.auth import get_user_model
    from examples.models import Example
    from label_types.models import SpanType
    from labels.models import Span
    from projects.models import Member, ProjectType, SequenceLabelingProject
    from roles.models import Role

    user = get_user_model().objects.create_user(username="bench", password="bench")
    project = SequenceLabelingProject.objects.create(
        name="bench",
        project_type=ProjectType.SEQUENCE_LABELING,
        created_by=user,
        collaborative_annotation=True,
        allow_overlapping=True,
    )
    role, _ = Role.objects.get_or_create(name="project_admin")
    Member.objects.create(project=project, user=user, role=role)
    label = SpanType.objects.create(project=project, text="ORG")
    count = 0
    with tasks.open(encoding="utf-8") as lines:
        batch = []
        for line in lines:
            batch.append(json.loads(line))
            if len(batch) == 500:
                count += _stored(batch, project, user, label, Example, Span)
                batch = []
        count += _stored(batch, project, user, label, Example, Span)
    return project.id, count


def _stored(batch, project, user, label, example, span) -> int:  # type: ignore[no-untyped-def]
    texts = example.objects.bulk_create([example(project=project, text=task["text"]) for task in batch])
    span.objects.bulk_create(
        span(example=text, user=user, label=label, start_offset=start, end_offset=end)
        for text, task in zip(texts, batch, strict=True)
        for start, end, _ in task["label"]
    )
    return len(batch)


if __name__ == "__main__":
    main()
