"""All rooms at their addresses; English without a prefix, other languages as `/uk/...`."""

from allauth.account import views as account
from allauth.mfa.webauthn import views as passkeys
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from plaza.network.views.again import freshly

handler400 = "plaza.web.refusals.unreadable"

sign_in = [
    path("sign-in/", account.request_login_code, name="account_request_login_code"),
    path("sign-in/", account.request_login_code, name="account_login"),  # allauth asks for the name
    path("sign-in/code/", account.confirm_login_code, name="account_confirm_login_code"),
    path("sign-in/passkey/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("sign-in/again/", account.reauthenticate, name="account_reauthenticate"),
    path("sign-out/", account.logout, name="account_logout"),
    path("my/passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("my/passkeys/", passkeys.list_webauthn, name="mfa_index"),  # allauth asks for the name
    path("my/passkeys/add/", freshly(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path(
        "my/passkeys/<int:pk>/remove/",
        freshly(passkeys.remove_webauthn),
        name="mfa_remove_webauthn",
    ),
    path("my/passkeys/<int:pk>/edit/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
]

urlpatterns = i18n_patterns(
    path("", include("plaza.web.urls")),
    path("", include("plaza.publishing.urls")),
    path("", include("plaza.network.urls")),
    path("", include("plaza.activities.urls")),
    path("", include("plaza.library.urls")),
    path("", include("plaza.programmes.urls")),
    path("", include("plaza.figures.urls")),
    path("", include("plaza.imports.urls")),
    path("", include("plaza.post.urls")),
    path("", include("plaza.exchange.urls")),
    path("", include(sign_in)),
    prefix_default_language=False,
)
