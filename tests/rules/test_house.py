"""Rules of the house that a machine can check by reading the sources."""

import ast
import re
from importlib.metadata import distributions
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = [
    file
    for folder in ("plaza", "config")
    for file in sorted((ROOT / folder).rglob("*.py"))
    if "migrations" not in file.parts
]
PRODUCT = [file for file in SOURCES if "tests" not in file.parts]
TESTS = [
    *[file for file in SOURCES if "tests" in file.parts],
    *sorted((ROOT / "tests").rglob("*.py")),
]
TEMPLATES = sorted((ROOT / "plaza").rglob("templates/**/*.html"))
SAMPLES = ROOT / "plaza/web/templates/web/design"  # for makers: sample words, in English
LONGEST_MODULE = 300
LONGEST_VIEW = 15
WRITERS = ("setattr", "bulk_update")


def named(files):
    return [pytest.param(file, id=str(file.relative_to(ROOT))) for file in files]


def views():
    for file in PRODUCT:
        if file.name == "views.py" or file.parent.name == "views":
            for node in ast.parse(file.read_text()).body:
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                    yield pytest.param(file, node, id=f"{file.relative_to(ROOT)}:{node.name}")


def test_no_module_is_too_long_to_read():
    long = {
        str(file.relative_to(ROOT)): lines
        for file in PRODUCT
        if (lines := file.read_text().count("\n")) > LONGEST_MODULE
    }
    assert long == {}


@pytest.mark.parametrize(("file", "view"), list(views()))
def test_a_view_is_short_and_names_its_methods(file, view):
    body = view.end_lineno - view.body[0].lineno + 1
    names = {ast.unparse(one).split("(")[0].split(".")[-1] for one in view.decorator_list}
    answers = view.returns is not None and "Response" in ast.unparse(view.returns)
    takes_request = answers and bool(view.args.args) and view.args.args[0].arg == "request"

    assert body <= LONGEST_VIEW
    assert not takes_request or names & {
        "require_GET",
        "require_POST",
        "require_http_methods",
        "require_safe",
    }


@pytest.mark.parametrize("file", named(PRODUCT))
def test_a_state_moves_only_through_the_ledger(file):
    if file == ROOT / "plaza/ledger/actions.py":
        return
    tree = ast.parse(file.read_text())
    wrong = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            targets = [one for target in node.targets for one in _each(target)]
            wrong += [one.lineno for one in targets if _is_state_of_a_record(one)]
        if _is_call_of(node, "update") and any(word.arg == "state" for word in node.keywords):
            wrong.append(node.lineno)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(WRITERS):
            words = [one for one in ast.walk(node) if isinstance(one, ast.Constant)]
            wrong += [one.lineno for one in words if one.value == "state"]
    if file == ROOT / "plaza/jobs/actions.py":
        assert len(wrong) == 1  # a job is no record of the network: it ends by its lease alone
        return
    assert wrong == []


def _each(target):
    """What is assigned to: one thing, or each of several."""
    return target.elts if isinstance(target, ast.Tuple | ast.List) else [target]


def _is_call_of(node, name):
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == name
    )


def _is_state_of_a_record(target):
    """Items of a draft and what the reader found are values, not records."""
    if not isinstance(target, ast.Attribute) or target.attr != "state":
        return False
    return ast.unparse(target.value) not in {"item", "other", "parts"}


@pytest.mark.parametrize("file", named(PRODUCT))
def test_an_existing_row_is_never_saved_whole(file):
    wrong = []
    for node in ast.walk(ast.parse(file.read_text())):
        if _is_call_of(node, "save"):
            words = {word.arg for word in node.keywords}
            to_a_file = bool(node.args)  # a row is never told where to save itself
            if not words & {"update_fields", "force_insert"} and not to_a_file:
                wrong.append(f"{node.lineno}: {ast.unparse(node)}")
    assert wrong == []


@pytest.mark.parametrize("file", named(PRODUCT))
def test_an_import_inside_a_function_says_why(file):
    silent = [
        line.strip()
        for line in file.read_text().splitlines()
        if "noqa: PLC0415" in line and not re.search(r"PLC0415 - \w+ \w+", line)
    ]
    assert silent == []


def test_no_test_is_skipped_or_expected_to_fail():
    marks = re.compile(r"pytest\.mark\.(skip|xfail)|pytest\.(skip|xfail)\(|@unittest\.skip")
    here = Path(__file__)
    found = [str(f.relative_to(ROOT)) for f in TESTS if f != here and marks.search(f.read_text())]
    assert found == []


def test_every_constraint_of_ours_is_broken_by_a_test():
    tests = "\n".join(file.read_text() for file in TESTS)
    ours = {
        constraint.name
        for model in apps.get_models()
        if model.__module__.startswith("plaza.")
        for constraint in model._meta.constraints
    }
    assert sorted(name for name in ours if name not in tests) == []


def test_every_constraint_of_ours_has_a_sentence_for_people():
    silent = [
        constraint.name
        for model in apps.get_models()
        if model.__module__.startswith("plaza.")
        for constraint in model._meta.constraints
        if constraint.violation_error_message == constraint.default_violation_error_message
    ]
    assert silent == []


def test_every_setting_from_the_environment_is_explained():
    sources = "\n".join(file.read_text() for file in [*PRODUCT, ROOT / "Makefile"])
    read = set(re.findall(r"""env\.\w+\(\s*["']([A-Z_]+)["']""", sources))
    read |= set(re.findall(r"""envvar=["']([A-Z_]+)["']""", sources))
    table = (ROOT / "docs/settings.md").read_text()
    assert set(re.findall(r"^\| `([A-Z_]+)`", table, re.MULTILINE)) == read


@pytest.mark.parametrize("file", named(TEMPLATES))
def test_a_template_has_no_inline_script_style_or_handler(file):
    text = re.sub(r"\{[%#].*?[%#]\}", " ", file.read_text(), flags=re.S)
    if "post" in file.parts:
        text = re.sub(r' style="[^"]*"', "", text)  # letters: mail programs know no stylesheets
    found = re.findall(r"<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=", text)
    assert [one for one in found if "application/ld+json" not in one] == []


@pytest.mark.parametrize("file", named(TEMPLATES))
def test_a_partial_says_what_it_needs(file):
    if not file.name.startswith("_"):
        return
    assert re.match(r"\{#.*needs:?.*#\}", file.read_text().splitlines()[0])


@pytest.mark.parametrize("file", named(f for f in TEMPLATES if SAMPLES not in f.parents))
def test_every_word_of_a_template_can_be_translated(file):
    assert list(bare_words(file.read_text())) == []


def bare_words(text):
    """Words that stand in a template outside every translation tag."""
    text = re.sub(r"\{% block \w+_class %\}.*?\{% endblock %\}", " ", text)
    text = re.sub(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", " ", text, flags=re.S)
    text = re.sub(
        r"\{% blocktransl?a?t?e?\b.*?\{% endblocktransl?a?t?e? %\}", " ", text, flags=re.S
    )
    text = re.sub(r"<(script|style|code|kbd|svg)\b.*?</\1>", " ", text, flags=re.S)
    attributes = re.findall(r'\b(?:alt|title|placeholder|aria-label)="([^"{]*)"', text)
    visible = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", text, flags=re.S)
    visible = re.sub(r"<[^>]*>", " ", visible, flags=re.S)
    visible = re.sub(r"&[a-z#0-9]+;", " ", visible)
    for piece in [*attributes, *visible.split("\n")]:
        for word in re.findall(r"[^\W\d_]{2,}", piece):
            if word not in {
                "Plaza",
                "CSV",
                "JSON",
                "XLSX",
                "PDF",
                "iCal",
                "RSS",
                "Atom",
                "DOCX",
                "docx",
                "EUR",
            }:
                yield word


def test_repository_names_no_machine_and_no_registry():
    hosts = ["pypi" + ".org", "python" + "hosted.org", "registry." + "npmjs.org"]
    locks = sorted((ROOT / "requirements").glob("*"))
    for file in [*SOURCES, *locks, ROOT / "Makefile"]:
        text = file.read_text()
        assert [host for host in hosts if host in text] == []
    assert [file.name for file in locks if "://" in file.read_text()] == []


@pytest.mark.parametrize("name", ["app.txt", "dev.txt"])
def test_every_dependency_is_locked_by_its_hash(name):
    pinned = re.split(r"^(?=\w)", (ROOT / "requirements" / name).read_text(), flags=re.MULTILINE)
    pinned = [one for one in pinned if one and not one.startswith("#")]

    assert len(pinned) > 30
    assert [one for one in pinned if "==" not in one or "--hash=sha256:" not in one] == []


def test_no_dependency_of_the_product_is_under_the_gpl():
    lock = (ROOT / "requirements/app.txt").read_text()
    licences = {}
    for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE):
        for found in distributions(name=name):
            kinds = found.metadata.get_all("Classifier") or []
            told = [kind for kind in kinds if kind.startswith("License")]
            told.append(found.metadata.get("License-Expression") or "")
            licences[name] = " ".join(told)

    assert len(licences) > 30
    assert [name for name, told in licences.items() if re.search(r"\bA?GPL|Affero", told)] == []
    assert [name for name, told in licences.items() if "LGPL" in told] == [
        "psycopg",
        "psycopg-binary",
    ]  # used as it is, as the README says


def test_the_interface_has_the_languages_it_says():
    assert [tag for tag, _ in settings.LANGUAGES] == ["en", "uk"]
