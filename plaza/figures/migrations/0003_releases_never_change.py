"""A release and what it froze never change: the database refuses, whoever asks."""

from django.db import migrations

FROZEN = {
    "figures_release": ("year", "number", "cut_off_on", "why", "made_at", "supersedes_id"),
    "figures_frozenvalue": (
        "release_id",
        "indicator",
        "value",
        "upper",
        "unit",
        "definition",
        "details",
    ),
    "figures_frozenrow": ("release_id", "indicator", "key", "contents", "position"),
}


def guard(apps, schema_editor):
    for table, columns in FROZEN.items():
        named = ", ".join(f'"{column}"' for column in columns)
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(
                f"CREATE OR REPLACE FUNCTION {table}_is_frozen() RETURNS trigger AS $$ BEGIN "
                f"RAISE EXCEPTION '{table}_is_frozen' USING ERRCODE = '23514'; "
                "END; $$ LANGUAGE plpgsql"
            )
            schema_editor.execute(
                f"CREATE TRIGGER {table}_is_frozen BEFORE UPDATE OF {named} ON {table} "
                f"FOR EACH ROW EXECUTE FUNCTION {table}_is_frozen()"
            )
        else:
            schema_editor.execute(
                f"CREATE TRIGGER {table}_is_frozen BEFORE UPDATE OF {named} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}_is_frozen'); END"
            )


def unguard(apps, schema_editor):
    for table in FROZEN:
        on_table = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER {table}_is_frozen{on_table}")
        if on_table:
            schema_editor.execute(f"DROP FUNCTION {table}_is_frozen()")


class Migration(migrations.Migration):
    dependencies = [("figures", "0002_details_of_frozen_values")]
    operations = [migrations.RunPython(guard, unguard)]
