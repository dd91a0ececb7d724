"""What the checks of Alibaba Cloud's SDK for Python share: an account's client, and what each typed answer has to be."""

import inspect
import re
import typing
from datetime import datetime
from urllib.parse import urlsplit

from alibabacloud_tea_openapi.models import Config
from alibabacloud_tea_util.models import RuntimeOptions
from alibabacloud_vpcpeer20220101 import models
from alibabacloud_vpcpeer20220101.client import Client
from checks import pass_time

ACCOUNT_A, ACCOUNT_B = 1000000000000001, 1000000000000002
HUB, PARTNER = "vpc-bp1hub01", "vpc-2zepartner02"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
RESOURCE = {"region_id": "cn-hangzhou", "resource_type": "PeerConnection"}

# Each limit bounds the whole wait. The SDK repeats nothing by itself.
RUNTIME = RuntimeOptions(read_timeout=10_000, connect_timeout=10_000, autoretry=False)


class Account:
    """The SDK's client with one account's key: `account.get_vpc_peer_connection_attribute(instance_id=...)`."""

    def __init__(self, url, key, secret):
        self.url = url
        self.client = Client(
            Config(
                access_key_id=key,
                access_key_secret=secret,
                endpoint=urlsplit(url).netloc,
                protocol="http",
                region_id="cn-hangzhou",
            )
        )

    def __getattr__(self, action):
        request_type = getattr(models, "".join(part.title() for part in action.split("_")) + "Request")

        def call(**params):
            answer = getattr(self.client, action + "_with_options")(request_type(**params), RUNTIME)
            assert type(answer).__name__ == request_type.__name__[: -len("Request")] + "Response", answer
            assert answer.status_code == 200, answer.status_code
            assert answer.headers["x-acs-request-id"] == answer.body.request_id
            assert re.fullmatch(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}", answer.body.request_id)
            return answer.body

        return call


def refused(code, call, **params):
    """The call fails with this code, as the SDK reports it."""
    try:
        answer = call(**params)
    except Exception as error:
        assert getattr(error, "code", None) == code, f"expected {code}, got {error!r}"
        assert error.message, error
        return error
    raise AssertionError(f"expected {code}, got {answer}")


def check_types(model, empty=()):
    """Every field that the SDK declares came with the declared type, those in `empty` not at all."""
    for name, parameter in inspect.signature(type(model).__init__).parameters.items():
        if name == "self":
            continue
        value = getattr(model, name)
        if name in empty:
            assert value is None, f"{type(model).__name__}.{name} is {value!r}, not left out"
        else:
            check_type(f"{type(model).__name__}.{name}", parameter.annotation, value)


def check_type(where, declared, value):
    if typing.get_origin(declared) is list:
        assert type(value) is list, f"{where} is {value!r}, not a list"
        for item in value:
            check_type(f"{where}[]", typing.get_args(declared)[0], item)
    else:
        assert type(value) is declared, f"{where} is {value!r}, not of type {declared.__name__}"
        if hasattr(value, "to_map"):
            check_types(value)


def same(seen, expected):
    assert seen == expected, f"\n  expected {expected}\n  got      {seen}"


def parse(text):
    assert TIME.fullmatch(text), text
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")


def settled(account, instance_id, status):
    """Lets the time pass that a change takes: the connection has this status, or its get this error code."""
    pass_time(account.url)
    try:
        seen = account.get_vpc_peer_connection_attribute(instance_id=instance_id)
        word = seen.status
    except Exception as error:
        seen, word = None, getattr(error, "code", repr(error))
    same(word, status)
    return seen


def tags(*pairs, kind):
    return [getattr(models, kind)(key=key, value=value) for key, value in pairs]
