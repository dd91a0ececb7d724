"""Alibaba Cloud's own SDK for Vpc for Python, unmodified, against the emulator: python routes.py URL.

Lists, makes, changes and removes routes as two accounts do. A line of JSON for each check.
"""

import re
import sys
from urllib.parse import urlsplit

from alibabacloud_tea_openapi.models import Config
from alibabacloud_vpc20160428 import models
from alibabacloud_vpc20160428.client import Client
from checks import check, equal, pass_time, reaches

URL = sys.argv[1]
REGION = "cn-hangzhou"
HUB, PARTNER = "vtb-bp1hub01", "vtb-bp1partner01"
PEERING = "pcc-routes"


def client(key, secret):
    endpoint = urlsplit(URL).netloc
    config = Config(access_key_id=key, access_key_secret=secret, endpoint=endpoint, protocol="http", region_id=REGION)
    return Client(config)


a, b = client("LTAIfakeA", "fakesecretA"), client("LTAIfakeB", "fakesecretB")


def refused(code, call, request):
    try:
        call(request)
    except Exception as error:
        equal(getattr(error, "code", repr(error)), code)
        return
    raise AssertionError(f"{code} was expected")


def entries(cloud, table, **more):
    request = models.DescribeRouteEntryListRequest(
        region_id=REGION, route_table_id=table, route_entry_type="Custom", max_result=100, **more
    )
    return cloud.describe_route_entry_list(request).body.route_entrys.route_entry or []


def settled(cloud, table):
    """Lets the time pass that routes take, and lists those of a table."""
    pass_time(URL)
    rows = entries(cloud, table)
    for row in rows:
        equal(row.status, "Available")
    return rows


def wanted(destination, table=HUB, **more):
    return models.CreateRouteEntryRequest(
        region_id=REGION,
        route_table_id=table,
        destination_cidr_block=destination,
        next_hop_type="VpcPeer",
        next_hop_id=PEERING,
        **more,
    )


@check("list tables, with typed fields")
def _():
    request = models.DescribeRouteTableListRequest(region_id=REGION, vpc_id="vpc-bp1hub01", page_size=50)
    body = a.describe_route_table_list(request).body
    [table] = body.router_table_list.router_table_list_type
    equal((body.total_count, table.route_table_id, table.route_table_type), (1, HUB, "System"))
    equal((table.owner_id, table.associate_type, table.status), (1000000000000001, "VSwitch", "Available"))
    equal(entries(a, HUB), [])


@check("list tables with their routes, as older clients do")
def _():
    body = a.describe_route_tables(models.DescribeRouteTablesRequest(region_id=REGION, route_table_id=HUB)).body
    [table] = body.route_tables.route_table
    equal((body.total_count, table.route_table_id, table.route_table_type), (1, HUB, "System"))
    [system] = table.route_entrys.route_entry
    equal((system.destination_cidr_block, system.next_hop_type), ("100.64.0.0/10", "local"))


@check("create: the same for the same token, and one task at a time")
def _():
    request = wanted("10.0.0.0/16", PARTNER, route_entry_name="to-hub", description="é", client_token="python-1")
    entry = b.create_route_entry(request).body.route_entry_id
    assert re.fullmatch("rte-[a-z0-9]{17}", entry), entry
    equal(b.create_route_entry(request).body.route_entry_id, entry)
    equal(entries(b, PARTNER)[0].status, "Pending")
    refused("TaskConflict", b.create_route_entry, wanted("10.7.0.0/16", PARTNER))
    [row] = settled(b, PARTNER)
    equal((row.route_entry_id, row.route_entry_name, row.description), (entry, "to-hub", "é"))
    [hop] = row.next_hops.next_hop
    equal((hop.next_hop_id, hop.next_hop_type), (PEERING, "VpcPeer"))
    refused("InvalidCIDRBlock.Duplicate", b.create_route_entry, wanted("10.0.0.0/16", PARTNER))


@check("batch: a success with failures in it")
def _():
    def one(destination, hop=PEERING):
        return models.CreateRouteEntriesRequestRouteEntries(
            route_table_id=HUB, dst_cidr_block=destination, next_hop=hop, next_hop_type="VpcPeer", ip_version=4
        )

    routes = [one("10.8.0.0/17"), one("10.8.128.0/17"), one("10.8.0.0/17"), one("10.9.0.0/16", "pcc-none")]
    body = a.create_route_entries(models.CreateRouteEntriesRequest(region_id=REGION, route_entries=routes)).body
    equal((body.success_count, body.failed_count, len(body.route_entry_ids)), (2, 2, 2))
    failed = [(row.dst_cidr_block, row.failed_code) for row in body.failed_route_entries]
    duplicate = ("10.8.0.0/17", "VPC_ROUTE_ENTRY_CIDR_BLOCK_DUPLICATE")
    equal(failed, [duplicate, ("10.9.0.0/16", "ResourceNotFound.VpcPeer")])
    equal(len(settled(a, HUB)), 2)
    equal(reaches(URL, "vpc-bp1hub01", "vpc-bp1partner01"), True)


@check("replace the next hop, and back")
def _():
    entry = entries(a, HUB, destination_cidr_block="10.8.0.0/17")[0].route_entry_id

    def lead_to(kind, hop):
        request = models.ModifyRouteEntryRequest(
            region_id=REGION, route_entry_id=entry, new_next_hop_type=kind, new_next_hop_id=hop
        )
        a.modify_route_entry(request)
        settled(a, HUB)

    lead_to("Instance", "i-1")
    equal(reaches(URL, "vpc-bp1hub01", "vpc-bp1partner01"), False)
    lead_to("VpcPeer", PEERING)
    equal(reaches(URL, "vpc-bp1hub01", "vpc-bp1partner01"), True)


@check("delete one, and several")
def _():
    first, second = [row.route_entry_id for row in entries(a, HUB)]
    request = models.DeleteRouteEntryRequest(region_id=REGION, route_entry_id=first)
    a.delete_route_entry(request)
    equal(len(settled(a, HUB)), 1)
    refused("InvalidRouteEntry.NotFound", a.delete_route_entry, request)

    def one(**fields):
        return models.DeleteRouteEntriesRequestRouteEntries(route_table_id=HUB, **fields)

    routes = [one(route_entry_id=second), one(dst_cidr_block="10.8.0.0/17", next_hop=PEERING)]
    body = a.delete_route_entries(models.DeleteRouteEntriesRequest(region_id=REGION, route_entries=routes)).body
    equal((body.success_count, body.failed_count), (1, 1))
    equal(body.failed_route_entries[0].failed_code, "VPC_ROUTER_ENTRY_NOT_EXIST")
    equal(settled(a, HUB), [])
    equal(reaches(URL, "vpc-bp1hub01", "vpc-bp1partner01"), False)
