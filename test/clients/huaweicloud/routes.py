"""Routes by the official SDK for Python: python routes.py URL. A line of JSON for each check."""

import sys

from checks import check, equal, reaches
from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException
from huaweicloudsdkcore.http.http_config import HttpConfig
from huaweicloudsdkcore.region.region import Region
from huaweicloudsdkvpc.v2 import model, vpc_client

URL = sys.argv[1]
HUB, PARTNER = "a0000000-0000-4000-8000-000000000001", "b0000000-0000-4000-8000-000000000001"
HUB_TABLE, PARTNER_TABLE = (vpc.replace("-4000-", "-5000-") for vpc in (HUB, PARTNER))
PEERING = "d0000000-0000-4000-8000-000000000001"


def client(key, secret, project):
    builder = vpc_client.VpcClient.new_builder().with_http_config(HttpConfig(timeout=(5, 10), retry_times=1))
    return builder.with_credentials(BasicCredentials(key, secret, project)).with_region(Region("cn-north-4", URL)).build()


a = client("HWFAKEAKA", "fakesecretA", "aaaa0000000000000000000000000001")
b = client("HWFAKEAKB", "fakesecretB", "bbbb0000000000000000000000000002")


def refused(act, status, code):
    try:
        act()
    except ClientRequestException as error:
        equal((error.status_code, error.error_code), (status, code))
        return
    raise AssertionError("it was not refused")


def put(cloud, table, add=None, mod=None, delete=None):
    routes = model.RouteTableRouteAction(add=add, mod=mod, _del=delete)
    body = model.UpdateRoutetableReqBody(routetable=model.UpdateRouteTableReq(routes=routes))
    return cloud.update_route_table(model.UpdateRouteTableRequest(routetable_id=table, body=body)).routetable


def to(destination, **more):
    return model.RouteTableRoute(**{"type": "peering", "destination": destination, "nexthop": PEERING, **more})


def gone(destination):
    return model.DelRouteTableRoute(destination=destination)


def made(table):
    return [(row.type, row.destination, row.nexthop) for row in table.routes if row.type != "local"]


@check("list tables, and show one")
def _():
    request = model.ListRouteTablesRequest(vpc_id=HUB, limit=10)
    [row] = a.list_route_tables(request).routetables
    equal((row.id, row.default, row.vpc_id), (HUB_TABLE, True, HUB))
    table = a.show_route_table(model.ShowRouteTableRequest(routetable_id=HUB_TABLE)).routetable
    equal((made(table), len(table.routes)), ([], 3))


@check("create, on both sides, several at once")
def _():
    table = put(a, HUB_TABLE, add=[to("10.8.0.0/17", description="ours, é"), to("10.8.128.0/17")])
    equal(made(table)[0], ("peering", "10.8.0.0/17", PEERING))
    equal(reaches(URL, HUB, PARTNER), False)
    put(b, PARTNER_TABLE, add=[to("10.0.0.0/16")])
    equal(reaches(URL, HUB, PARTNER), True)
    refused(lambda: put(a, HUB_TABLE, add=[to("10.8.0.0/17")]), 400, "VPC.2812")


@check("add, replace and delete in one call")
def _():
    mod = [to("10.8.0.0/17", type="ecs", nexthop="vm-1")]
    table = put(a, HUB_TABLE, add=[to("10.8.0.0/16")], mod=mod, delete=[gone("10.8.128.0/17")])
    equal([row[:2] for row in made(table)], [("ecs", "10.8.0.0/17"), ("peering", "10.8.0.0/16")])
    equal(reaches(URL, HUB, PARTNER), False)
    put(a, HUB_TABLE, mod=[to("10.8.0.0/17")])
    equal(reaches(URL, HUB, PARTNER), True)


@check("the older routes show the same")
def _():
    request = model.ListVpcRoutesRequest(type="peering", vpc_id=HUB)
    rows = a.list_vpc_routes(request).routes
    equal(sorted(row.destination for row in rows), ["10.8.0.0/16", "10.8.0.0/17"])


@check("delete, and the rest goes with the connection")
def _():
    equal(len(made(put(a, HUB_TABLE, delete=[gone("10.8.0.0/17")]))), 1)
    refused(lambda: put(a, HUB_TABLE, delete=[gone("10.8.0.0/17")]), 400, "VPC.0101")
    b.delete_vpc_peering(model.DeleteVpcPeeringRequest(peering_id=PEERING))
    table = a.show_route_table(model.ShowRouteTableRequest(routetable_id=HUB_TABLE)).routetable
    equal((made(table), reaches(URL, HUB, PARTNER)), ([], False))
