from django.db import migrations, models
from django.db.models import F


def fill(apps, schema_editor):
    activity = apps.get_model("activities", "Activity")
    activity.objects.update(address_year=F("reporting_year"))
    for one in activity.objects.all():
        texts = [*one.title.values(), *one.heading.values(), *one.text.values()]
        activity.objects.filter(pk=one.pk).update(
            found_by=" ".join(" ".join(texts).casefold().split())
        )


class Migration(migrations.Migration):
    dependencies = [("activities", "0001_initial")]

    operations = [
        migrations.AddField(
            "activity", "found_by", models.TextField(blank=True, default="", editable=False)
        ),
        migrations.AddField(
            "activity", "address_year", models.PositiveSmallIntegerField(default=0, editable=False)
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField(
            "activity", "address_year", models.PositiveSmallIntegerField(editable=False)
        ),
        migrations.RemoveConstraint("activity", "activity_address_is_its_own"),
        migrations.AddConstraint(
            "activity",
            models.UniqueConstraint(
                fields=("address_year", "slug"),
                name="activity_address_is_its_own",
                violation_error_message="Another activity of this year has this address.",
            ),
        ),
    ]
