"""The official SDK for Python against the emulator: python sdk.py URL. A line of JSON for each check."""

import sys

from checks import check, equal
from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException
from huaweicloudsdkcore.http.http_config import HttpConfig
from huaweicloudsdkcore.region.region import Region
from huaweicloudsdkvpc.v2 import model, vpc_client

URL = sys.argv[1]
PROJECT_A, PROJECT_B = "aaaa0000000000000000000000000001", "bbbb0000000000000000000000000002"
HUB, PARTNER = "a0000000-0000-4000-8000-000000000001", "b0000000-0000-4000-8000-000000000001"
NAME = "a b!*'()~é"


def client(key, secret, project):
    credentials = BasicCredentials(key, secret, project)
    builder = vpc_client.VpcClient.new_builder().with_http_config(HttpConfig(timeout=(5, 10), retry_times=1))
    return builder.with_credentials(credentials).with_region(Region("cn-north-4", URL)).build()


a = client("HWFAKEAKA", "fakesecretA", PROJECT_A)
b = client("HWFAKEAKB", "fakesecretB", PROJECT_B)


def refused(act, status):
    try:
        act()
    except ClientRequestException as error:
        equal(error.status_code, status)
        if not error.request_id:
            raise AssertionError("no request id")
        return error
    raise AssertionError("it was not refused")


def make():
    option = model.CreateVpcPeeringOption(
        name=NAME,
        description="Hub to partner",
        request_vpc_info=model.VpcInfo(vpc_id=HUB),
        accept_vpc_info=model.VpcInfo(vpc_id=PARTNER, tenant_id=PROJECT_B),
    )
    body = model.CreateVpcPeeringRequestBody(peering=option)
    return a.create_vpc_peering(model.CreateVpcPeeringRequest(body=body))


def show(cloud, peering_id):
    return cloud.show_vpc_peering(model.ShowVpcPeeringRequest(peering_id=peering_id))


made = {}


@check("create, and a second time it is refused")
def _():
    peering = make().peering
    made["id"] = peering.id
    equal((peering.name, peering.status), (NAME, "PENDING_ACCEPTANCE"))
    equal(peering.accept_vpc_info.tenant_id, PROJECT_B)
    refused(make, 409)


@check("show and list, from both sides, by a name that needs encoding")
def _():
    for cloud in (a, b):
        equal(show(cloud, made["id"]).peering.description, "Hub to partner")
        request = model.ListVpcPeeringsRequest(name=NAME, vpc_id=PARTNER, limit=3)
        equal([row.id for row in cloud.list_vpc_peerings(request).peerings], [made["id"]])


@check("accept, by the accepter, once")
def _():
    request = model.AcceptVpcPeeringRequest(peering_id=made["id"])
    refused(lambda: a.accept_vpc_peering(request), 403)
    equal(b.accept_vpc_peering(request).status, "ACTIVE")
    refused(lambda: b.accept_vpc_peering(request), 409)


@check("update, and clear the description")
def _():
    option = model.UpdateVpcPeeringOption(name="renamed", description="")
    body = model.UpdateVpcPeeringRequestBody(peering=option)
    peering = a.update_vpc_peering(model.UpdateVpcPeeringRequest(peering_id=made["id"], body=body)).peering
    equal((peering.name, peering.description), ("renamed", ""))


@check("delete, and it is not there")
def _():
    b.delete_vpc_peering(model.DeleteVpcPeeringRequest(peering_id=made["id"]))
    refused(lambda: show(a, made["id"]), 404)


@check("reject another request")
def _():
    peering_id = make().peering.id
    equal(b.reject_vpc_peering(model.RejectVpcPeeringRequest(peering_id=peering_id)).status, "REJECTED")
    a.delete_vpc_peering(model.DeleteVpcPeeringRequest(peering_id=peering_id))


@check("wrong keys are refused")
def _():
    error = refused(lambda: show(client("HWFAKEAKA", "wrong", PROJECT_A), HUB), 401)
    equal(error.error_code, "APIGW.0301")


@check("without a project, IAM is asked for it")
def _():
    credentials = BasicCredentials("HWFAKEAKA", "fakesecretA").with_iam_endpoint(URL)
    builder = vpc_client.VpcClient.new_builder().with_credentials(credentials)
    found = builder.with_region(Region("cn-north-4", URL)).build()
    equal(found.list_vpc_peerings(model.ListVpcPeeringsRequest()).peerings, [])
