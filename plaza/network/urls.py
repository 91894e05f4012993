"""The addresses of the network and who may use them."""

from plaza.network import queries
from plaza.network.queries import parts as part_queries
from plaza.network.queries import people as people_queries
from plaza.network.rules import desk, secretariat
from plaza.network.views import (
    again,
    directory,
    itself,
    merging,
    mine,
    organisations,
    parts,
    people,
)
from plaza.web.routing import route
from plaza.web.rules import anyone, signed_in

app_name = "network"
public = [
    route("network/", directory.index, name="index", allow=anyone),
    route(
        "network/<slug:slug>/",
        directory.organisation,
        name="organisation",
        allow=anyone,
        among=queries.visible_organisation,
    ),
]
one = "desk/organisations/<int:pk>/"
at_desk = queries.organisation_at_desk
desk_organisations = [
    route("desk/organisations/", organisations.organisations, name="organisations", allow=desk),
    route("desk/organisations/suggest/", organisations.suggest, name="suggest", allow=desk),
    route(
        "desk/organisations/new/",
        organisations.new_organisation,
        name="new_organisation",
        allow=desk,
    ),
    route("desk/organisations/twins/", organisations.twins, name="twins", allow=desk),
    route(
        one,
        organisations.edit_organisation,
        name="edit_organisation",
        allow=desk,
        among=at_desk,
    ),
    route(f"{one}names/", parts.add_names, name="add_names", allow=desk, among=at_desk),
    route(
        f"{one}memberships/",
        parts.add_membership,
        name="add_membership",
        allow=desk,
        among=at_desk,
    ),
    route(f"{one}contacts/", parts.add_contacts, name="add_contacts", allow=desk, among=at_desk),
    route(f"{one}units/", parts.add_unit, name="add_unit", allow=desk, among=at_desk),
    route(
        f"{one}release/",
        parts.release_unit,
        name="release_unit",
        allow=desk,
        among=part_queries.unit_at_desk,
    ),
    route(f"{one}merge/", merging.merge, name="merge", allow=desk, among=at_desk),
    *(
        route(f"desk/{noun}/<int:pk>/{verb}", view, name=f"{name}_{one_}", allow=desk, among=among)
        for noun, one_, among in (
            ("names", "alias", part_queries.alias_at_desk),
            ("memberships", "membership", part_queries.membership_at_desk),
            ("contacts", "contact", part_queries.contact_at_desk),
        )
        for verb, view, name in (
            ("edit/", parts.edit_part, "edit"),
            ("remove/", parts.remove_part, "remove"),
        )
    ),
]
her = people_queries.person_at_desk
desk_people = [
    route("desk/people/", people.people, name="people", allow=secretariat),
    route("desk/people/new/", people.new_person, name="new_person", allow=secretariat),
    route("desk/people/<uuid:pk>/", people.person, name="person", allow=secretariat, among=her),
    *(
        route(f"desk/people/<uuid:pk>/{path}/", view, name=name, allow=secretariat, among=her)
        for path, view, name in (
            ("addresses", people.add_address, "add_address"),
            ("addresses/remove", people.remove_address, "remove_address"),
            ("roles", people.give_role, "give_role"),
            ("roles/take", people.take_role, "take_role"),
            ("affiliations", people.affiliate, "affiliate"),
            ("close", people.close_account, "close_account"),
            ("open", people.open_account, "open_account"),
            ("erase", people.erase_person, "erase_person"),
        )
    ),
    route(
        "desk/affiliations/<int:pk>/remove/",
        people.remove_affiliation,
        name="remove_affiliation",
        allow=secretariat,
        among=people_queries.affiliation_at_desk,
    ),
    route("desk/settings/", itself.settings, name="settings", allow=secretariat),
]
me = people_queries.myself
own = [
    route("my/", mine.my, name="my", allow=signed_in, among=me),
    route("my/data/", mine.my_data, name="my_data", allow=signed_in, among=me),
    route("my/data.json", mine.my_data_export, name="my_data_export", allow=signed_in, among=me),
    route("my/again/", again.again, name="again", allow=signed_in),
    route("my/data/erase/", mine.erase_me, name="erase_me", allow=signed_in, among=me),
]
words = [
    route("about/", itself.about, name="about", allow=anyone),
    route("accessibility/", itself.accessibility, name="accessibility", allow=anyone),
    route("privacy/", itself.privacy, name="privacy", allow=anyone),
    route("set-up/<str:token>/", itself.set_up, name="set_up", allow=anyone),
]
urlpatterns = public + words + own + desk_organisations + desk_people
