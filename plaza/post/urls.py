"""The addresses of the outbox and who may use them."""

from plaza.network.rules import secretariat
from plaza.post import views
from plaza.post.queries import letter_at_desk
from plaza.web.routing import route

app_name = "post"
one = "desk/mail/<int:pk>/"
urlpatterns = [
    route("desk/mail/", views.outbox, name="outbox", allow=secretariat),
    route("desk/mail/ask/", views.ask_server, name="ask_server", allow=secretariat),
    route(one, views.letter, name="letter", allow=secretariat, among=letter_at_desk),
    route(f"{one}resend/", views.resend, name="resend", allow=secretariat, among=letter_at_desk),
    route(f"{one}drop/", views.drop, name="drop", allow=secretariat, among=letter_at_desk),
]
