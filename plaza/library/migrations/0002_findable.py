from django.db import migrations, models

from plaza.library.folding import folded


def fold_what_is_there(apps, schema_editor):
    for edition in apps.get_model("library", "Edition").objects.all():
        edition.folded = folded(edition.title, edition.subtitle, edition.summary) or edition.title
        edition.save(update_fields=["folded"])
    for credit in apps.get_model("library", "Credit").objects.exclude(name=""):
        credit.folded = folded(credit.name)[:500]
        credit.save(update_fields=["folded"])


class Migration(migrations.Migration):
    dependencies = [("library", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="credit",
            name="folded",
            field=models.CharField(blank=True, editable=False, max_length=500, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="edition",
            name="folded",
            field=models.TextField(default="", editable=False),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="edition",
            name="title_language",
            field=models.CharField(blank=True, max_length=35, verbose_name="language of the title"),
        ),
        migrations.RunPython(fold_what_is_there, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            model_name="resource",
            index=models.Index(fields=["-year", "-id"], name="resource_newest_year_first"),
        ),
        migrations.AddIndex(
            model_name="resource",
            index=models.Index(fields=["sort_title", "id"], name="resource_by_title"),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(("folded", ""), _negated=True),
                name="edition_has_words_to_be_found_by",
                violation_error_message="Write a title with letters or numbers in it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="resource",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="resource_is_merged_into_another",
                violation_error_message="A work can only be merged into another one.",
            ),
        ),
    ]
