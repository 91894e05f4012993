"""Many rows from pasted lines."""

import pytest
from pytest_django.asserts import assertRedirects

from plaza.activities.tests.makers import make_organisation
from plaza.activities.tests.test_pieces import HTMX, PIECES
from plaza.activities.tests.test_public import words
from plaza.network.models import Organisation

pytestmark = pytest.mark.django_db


class TestMany:
    def paste(self, at_desk, kind, lines, **more):
        return at_desk.post(f"{PIECES}{kind}/paste/", {"lines": lines, **more})

    def test_outcomes_come_one_per_line(self, at_desk, rivers):
        answer = self.paste(
            at_desk, "outcomes", "• First.\n\n- Second.\n3. Third\n2022 was a start.\n"
        )
        assertRedirects(answer, f"{PIECES}#outcomes", fetch_redirect_response=False)
        assert [str(one) for one in rivers.outcomes.all()] == [
            "First.",
            "Second.",
            "Third",
            "2022 was a start.",
        ]

    def test_headcounts_come_as_words_or_cells(self, at_desk, rivers):
        self.paste(
            at_desk, "headcounts", "19 on education\n9\ton supervision\tAttendances\n1 200 online"
        )
        assert [(one.number, str(one.group), one.counted) for one in rivers.headcounts.all()] == [
            (19, "on education", "persons"),
            (9, "on supervision", "attendances"),
            (1200, "online", "persons"),
        ]

    def test_involvements_come_as_cells(self, at_desk, dora, rivers):
        make_organisation("Oak Yard", "BE", by=dora)
        self.paste(at_desk, "involvements", "Oak Yard\tco-host\n\tParticipant\tSerbia")
        assert [str(one) for one in rivers.involvements.all()] == [
            "Host: Willow House",
            "Co-host: Oak Yard",
            "Participant: Serbia",
        ]

    def test_what_is_not_taken_comes_back_with_the_reason(self, at_desk, rivers):
        lines = "19 on education\nmany\n9 on supervision"
        answer = self.paste(at_desk, "headcounts", lines)
        assert answer.status_code == 422
        assert [one.number for one in rivers.headcounts.all()] == [19, 9]
        shown = words(answer)
        assert (
            "These lines are not taken yet. The others are. “many”: Enter a whole number." in shown
        )
        assert ">\nmany</textarea>" in answer.content.decode()

    def test_unknown_organisations_come_back_unless_they_are_welcome(self, at_desk, rivers):
        refused = self.paste(at_desk, "involvements", "Lantern Yard\tPartner")
        assert refused.status_code == 422
        assert Organisation.objects.count() == 1
        self.paste(at_desk, "involvements", "Lantern Yard\tPartner", as_new="on")
        assert Organisation.objects.filter(sort_name="Lantern Yard").exists()

    def test_the_sheet_alone_is_answered_to_htmx(self, at_desk, rivers):
        answer = at_desk.post(f"{PIECES}outcomes/paste/", {"lines": "One.\nTwo."}, headers=HTMX)
        body = answer.content.decode()
        assert "2 rows are added." in words(answer)
        assert (body.count("<section"), body.count('class="rows__new"')) == (1, 1)

    def test_nothing_pasted_says_so(self, at_desk, rivers):
        answer = self.paste(at_desk, "outcomes", " \n ")
        assert answer.status_code == 422
        assert "This field is required." in words(answer)

    def test_sessions_without_a_time_zone_take_the_one_of_the_row_above(self, at_desk, rivers):
        self.paste(at_desk, "sessions", "2022-05-07 9:00\tTbilisi\t90")
        self.paste(at_desk, "sessions", "2022-05-14 9:00\t\t90")

        zones = {one.time_zone for one in rivers.sessions.all()}
        assert (rivers.sessions.count(), zones) == (2, {"Asia/Tbilisi"})

    def test_what_is_missing_in_a_line_is_named(self, at_desk, rivers):
        answer = self.paste(at_desk, "sessions", "2022-05-07 9:00\tTbilisi")

        assert "“2022-05-07 9:00 Tbilisi”: Minutes: This field is required." in words(answer)
