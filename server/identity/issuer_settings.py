"""The settings of an OpenID Connect issuer: whose tokens let in, and what their claims mean here."""

from __future__ import annotations

from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from semantic.access.documents import AttributeType
from semantic.access.principal import OPERATOR
from server.authenticate import Name, is_loopback

Algorithm = Literal["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
PRIVILEGES_CLAIM = "dk:gov:saml:attribute:Privileges_intermediate"


def issuer_address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("https", "http") or not parts.hostname or set("?#@") & set(text):
        raise ValueError("write the issuer's address in full, for example https://login.kommune.dk/realms/faelles")
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        raise ValueError("the issuer's keys must come over https; http is for this machine only")
    return text


def role_name(name: str) -> str:
    if name in OPERATOR.roles:
        raise ValueError(f"'{name}' is the local command line's role and cannot be had over a network")
    return name


Role = Annotated[Name, AfterValidator(role_name)]
Words = Annotated[str, Field(min_length=1, max_length=500)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class ClaimSettings(Strict):
    """A claim that becomes an attribute. Where it is required, a token without it lets nobody in."""

    claim: Words
    type: AttributeType
    required: bool = True


class RoleClaimSettings(Strict):
    """A claim, a text or a list of texts, and which role each of its values gives; other values give none."""

    claim: Words
    values: dict[Words, Role] = Field(min_length=1)


class ConstraintSettings(Strict):
    attribute: Name
    type: Literal["string", "strings"] = "string"


class PrivilegeSettings(Strict):
    """OIO Basic Privilege Profile: what privileges, constraints and CVR numbers of a PrivilegeList mean here."""

    claim: Words = PRIVILEGES_CLAIM
    roles: dict[Words, Role] = Field(min_length=1)
    constraints: dict[Words, ConstraintSettings] = {}
    kommuner: dict[Annotated[str, Field(pattern=r"^[0-9]{8}$")], str | int] = Field(min_length=1)
    kommune_attribute: Name = "kommune"

    @model_validator(mode="after")
    def _of_one_type(self) -> Self:
        if len({type(code) for code in self.kommuner.values()}) > 1 or "" in self.kommuner.values():
            raise ValueError("write the codes of 'kommuner' all as texts or all as numbers, none empty")
        names = [self.kommune_attribute, *(one.attribute for one in self.constraints.values())]
        if len(set(names)) < len(names):
            raise ValueError("two of its constraints, or one and the kommune, would become the same attribute")
        return self


class OidcSettings(Strict):
    """One issuer. Either `roles` or `privileges` says which roles its tokens give."""

    issuer: Annotated[str, AfterValidator(issuer_address)]
    audience: Words
    algorithms: tuple[Algorithm, ...] = Field(default=("RS256",), min_length=1, strict=False)
    subject_claim: Words = "sub"
    jwks_hosts: tuple[Words, ...] = Field(default=(), strict=False)
    max_lifetime: int = Field(default=3_600, ge=60, le=86_400)
    attributes: dict[Name, ClaimSettings] = {}
    roles: RoleClaimSettings | None = None
    privileges: PrivilegeSettings | None = None

    @model_validator(mode="after")
    def _one_source_of_roles(self) -> Self:
        if (self.roles is None) == (self.privileges is None):
            raise ValueError("either 'roles' or 'privileges' must say which roles a token gives, and not both")
        if self.privileges is not None:
            told = {self.privileges.kommune_attribute, *(one.attribute for one in self.privileges.constraints.values())}
            if told & set(self.attributes):
                raise ValueError(f"the attribute '{min(told & set(self.attributes))}' comes from privileges already")
        return self
