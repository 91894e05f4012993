from plaza.web import design
from plaza.web.routing import route
from plaza.web.rules import anyone

app_name = "web"
urlpatterns = [
    route("design/", design.design, name="design", allow=anyone),
    route("theme-<str:key>.css", design.theme, name="theme", allow=anyone),
]
