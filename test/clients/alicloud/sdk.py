"""Alibaba Cloud's own SDK for Python, unmodified, against the emulator: python sdk.py URL.

Uses all eleven actions as two accounts do, and reads every field back through the SDK's typed models. Prints a line
of JSON for each check: {"name": ..., "error": null or what went wrong}.
"""

import asyncio
import json
import re
import sys
import traceback
from datetime import timedelta

import tag_checks
from alibabacloud_vpcpeer20220101 import models
from typed import (
    ACCOUNT_A,
    ACCOUNT_B,
    HUB,
    PARTNER,
    RESOURCE,
    RUNTIME,
    Account,
    check_type,
    check_types,
    parse,
    refused,
    same,
    settled,
    tags,
)


class Story:
    """The checks, in the order in which they are told; each begins where the one before it ended."""

    def __init__(self, url):
        self.url = url
        self.a = Account(url, "LTAIfakeA", "fakesecretA")
        self.b = Account(url, "LTAIfakeB", "fakesecretB")
        self.id = None
        self.request = {
            "region_id": "cn-hangzhou",
            "vpc_id": HUB,
            "accepting_ali_uid": ACCOUNT_B,
            "accepting_region_id": "cn-beijing",
            "accepting_vpc_id": PARTNER,
            "name": "总部-hub_1",
            "description": "Hub to partner: 50% of A&B + \"C\" = ~(x*y)!'",
            "bandwidth": 200,
            "link_type": "Gold",
            "resource_group_id": "rg-network",
            "client_token": "python-1",
            "tag": tags(("team", "network"), ("ключ", "a b+c/d"), kind="CreateVpcPeerConnectionRequestTag"),
        }

    def create_answers_an_id(self):
        created = self.a.create_vpc_peer_connection(**self.request)
        check_types(created)
        assert re.fullmatch("pcc-[a-z0-9]{16,18}", created.instance_id), created.instance_id
        self.id = created.instance_id
        same(self.a.create_vpc_peer_connection(**self.request).instance_id, self.id)
        create = self.a.create_vpc_peer_connection
        refused("IdempotentParameterMismatch", create, **{**self.request, "name": "other"})
        refused("ResourceAlreadyExist.VpcPeer", create, **{**self.request, "client_token": "python-2"})

    def create_can_be_a_dry_run(self):
        request = {**self.request, "client_token": "python-3", "accepting_vpc_id": "vpc-bp1partner01"}
        request |= {"accepting_region_id": "cn-hangzhou", "bandwidth": None, "link_type": None, "dry_run": True}
        refused("DryRunOperation", self.a.create_vpc_peer_connection, **request)
        same(self.a.list_vpc_peer_connections().total_count, 2)  # this one, and the managed one

    def get_fills_every_typed_field(self):
        seen = settled(self.a, self.id, "Accepting")
        check_types(seen, empty=["managed_service"])
        same(parse(seen.gmt_expired) - parse(seen.gmt_create), timedelta(days=7))
        parse(seen.gmt_modified)
        fields = seen.to_map()
        for name in ("RequestId", "GmtCreate", "GmtModified", "GmtExpired"):
            del fields[name]
        same(
            fields,
            {
                "InstanceId": self.id,
                "Name": self.request["name"],
                "Description": self.request["description"],
                "OwnerId": ACCOUNT_A,
                "AcceptingOwnerUid": ACCOUNT_B,
                "RegionId": "cn-hangzhou",
                "AcceptingRegionId": "cn-beijing",
                "Vpc": {"VpcId": HUB, "Ipv4Cidrs": ["10.0.0.0/16"], "Ipv6Cidrs": []},
                "AcceptingVpc": {"VpcId": PARTNER, "Ipv4Cidrs": ["10.9.0.0/16"], "Ipv6Cidrs": []},
                "Bandwidth": 200,
                "LinkType": "Gold",
                "Status": "Accepting",
                "BizStatus": "Normal",
                "ResourceGroupId": "rg-network",
                "Tags": [{"Key": "team", "Value": "network"}, {"Key": "ключ", "Value": "a b+c/d"}],
            },
        )

    def get_fills_what_only_a_managed_connection_has(self):
        managed = self.a.get_vpc_peer_connection_attribute(instance_id="pcc-managed")
        check_types(managed, empty=["gmt_expired"])
        same((managed.managed_service, managed.status), ("SWAS", "Activated"))
        same((managed.bandwidth, managed.link_type), (-1, ""))
        denied = "OperationDenied.ServiceManagedInstance"
        refused(denied, self.a.modify_vpc_peer_connection, instance_id="pcc-managed", name="mine")
        refused(denied, self.a.delete_vpc_peer_connection, instance_id="pcc-managed")

    def accept_makes_it_active(self):
        refused("DryRunOperation", self.b.accept_vpc_peer_connection, instance_id=self.id, dry_run=True)
        accepted = self.b.accept_vpc_peer_connection(
            instance_id=self.id,
            client_token="python-4",
            resource_group_id="rg-partner",
            tag=tags(("side", "partner"), kind="AcceptVpcPeerConnectionRequestTag"),
        )
        check_types(accepted)
        same(self.a.get_vpc_peer_connection_attribute(instance_id=self.id).status, "Updating")
        seen = settled(self.b, self.id, "Activated")
        check_types(seen, empty=["managed_service", "gmt_expired"])
        same([tag.to_map() for tag in seen.tags], [{"Key": "side", "Value": "partner"}])
        same(seen.resource_group_id, "rg-partner")
        same(settled(self.a, self.id, "Activated").resource_group_id, "rg-network")
        refused("IncorrectStatus.VpcPeer", self.b.accept_vpc_peer_connection, instance_id=self.id)

    def modify_changes_all_four_properties(self):
        change = {"name": "hub_2", "description": "Second", "bandwidth": 500, "link_type": "Platinum"}
        refused("DryRunOperation", self.a.modify_vpc_peer_connection, instance_id=self.id, dry_run=True, **change)
        check_types(self.a.modify_vpc_peer_connection(instance_id=self.id, client_token="python-5", **change))
        refused("IncorrectStatus.VpcPeer", self.a.modify_vpc_peer_connection, instance_id=self.id, name="hub_3")
        seen = settled(self.a, self.id, "Activated")
        same({name: getattr(seen, name) for name in change}, change)
        for params, code in (
            ({"bandwidth": 0}, "IllegalParam.Bandwidth"),
            ({"bandwidth": 1025}, "QuotaExceeded.Bandwidth"),
            ({"link_type": "Silver"}, "OperationFailed.RegionIdNotSupportLinkType"),
        ):
            refused(code, self.a.modify_vpc_peer_connection, instance_id=self.id, **params)

    def list_fills_every_typed_field(self):
        listed = self.a.list_vpc_peer_connections(region_id="cn-hangzhou", vpc_id=[PARTNER, HUB], max_results=100)
        check_type("max_results", int, listed.max_results)
        same((listed.total_count, listed.max_results, listed.next_token), (1, 100, None))
        [row] = listed.vpc_peer_connects
        check_types(row, empty=["managed_service", "gmt_expired"])
        got = self.a.get_vpc_peer_connection_attribute(instance_id=self.id).to_map()
        del got["RequestId"]
        same(row.to_map(), got)

    def list_filters_and_pages(self):
        tag = "ListVpcPeerConnectionsRequestTags"
        for filters, expected in (
            ({"instance_id": self.id}, 1),
            ({"name": "hub_2"}, 1),
            ({"name": "hub_2_fake"}, 0),
            ({"resource_group_id": "rg-network"}, 1),
            ({"tags": tags(("team", "network"), kind=tag)}, 1),
            ({"tags": tags(("team", "core"), kind=tag)}, 0),
            ({"vpc_id": [HUB]}, 2),
            ({"region_id": "cn-beijing"}, 0),
        ):
            same((filters, self.a.list_vpc_peer_connections(**filters).total_count), (filters, expected))
        same(self.b.list_vpc_peer_connections(region_id="cn-beijing").total_count, 1)
        first = self.a.list_vpc_peer_connections(max_results=1)
        check_types(first.vpc_peer_connects[0], empty=["gmt_expired"])
        second = self.a.list_vpc_peer_connections(max_results=1, next_token=first.next_token)
        ids = [page.vpc_peer_connects[0].instance_id for page in (first, second)]
        same((sorted(ids), second.next_token), (sorted(["pcc-managed", self.id]), None))

    tags_are_written_listed_and_removed = tag_checks.tags_are_written_listed_and_removed
    wrong_tag_calls_are_told_by_their_codes = tag_checks.wrong_tag_calls_are_told_by_their_codes

    def it_moves_to_another_resource_group(self):
        move = {**RESOURCE, "resource_id": self.id, "new_resource_group_id": "rg-other"}
        moved = self.a.move_resource_group(**move)
        check_types(moved)
        same(moved.success, True)
        same(self.a.get_vpc_peer_connection_attribute(instance_id=self.id).resource_group_id, "rg-other")
        refused("ResourceNotFound.VpcPeer", self.a.move_resource_group, **{**move, "resource_id": "pcc-none"})

    def delete_ends_it(self):
        refused("DryRunOperation", self.a.delete_vpc_peer_connection, instance_id=self.id, dry_run=True)
        check_types(self.a.delete_vpc_peer_connection(instance_id=self.id, force=True, client_token="python-8"))
        same(self.a.get_vpc_peer_connection_attribute(instance_id=self.id).status, "Deleting")
        settled(self.a, self.id, "ResourceNotFound.InstanceId")
        refused("ResourceNotFound.InstanceId", self.b.delete_vpc_peer_connection, instance_id=self.id)

    def reject_ends_another_request_for_good(self):
        created = self.a.create_vpc_peer_connection(**{**self.request, "client_token": "python-9"})
        settled(self.b, created.instance_id, "Accepting")
        refused("DryRunOperation", self.b.reject_vpc_peer_connection, instance_id=created.instance_id, dry_run=True)
        check_types(self.b.reject_vpc_peer_connection(instance_id=created.instance_id, client_token="python-10"))
        settled(self.a, created.instance_id, "Rejected")
        refused("IncorrectStatus.VpcPeer", self.b.accept_vpc_peer_connection, instance_id=created.instance_id)
        self.a.delete_vpc_peer_connection(instance_id=created.instance_id)
        settled(self.a, created.instance_id, "ResourceNotFound.InstanceId")

    def a_connection_within_one_account_needs_nobody(self):
        created = self.a.create_vpc_peer_connection(
            region_id="cn-hangzhou",
            vpc_id=HUB,
            accepting_ali_uid=ACCOUNT_A,
            accepting_region_id="cn-hangzhou",
            accepting_vpc_id="vpc-bp1app01",
        )
        seen = settled(self.a, created.instance_id, "Activated")
        same((seen.bandwidth, seen.link_type), (-1, ""))
        same((seen.owner_id, seen.accepting_owner_uid), (ACCOUNT_A, ACCOUNT_A))
        for params, code in (
            ({"bandwidth": 5}, "OperationFailed.BandwidthCannotBeChangedInSameRegion"),
            ({"link_type": "Gold"}, "OperationFailed.InterRegionLinkTypeNotSupported"),
        ):
            refused(code, self.a.modify_vpc_peer_connection, instance_id=created.instance_id, **params)
        self.a.delete_vpc_peer_connection(instance_id=created.instance_id)

    def the_asynchronous_client_works_too(self):
        request = models.GetVpcPeerConnectionAttributeRequest(instance_id="pcc-managed")
        call = self.a.client.get_vpc_peer_connection_attribute_with_options_async(request, RUNTIME)
        same(asyncio.run(call).body.instance_id, "pcc-managed")

    def errors_carry_code_text_status_and_request_id(self):
        get = self.a.get_vpc_peer_connection_attribute
        error = refused("ResourceNotFound.InstanceId", get, instance_id="pcc-none")
        same(error.data["statusCode"], 400)
        same(error.data["Message"], "The specified resource of InstanceId is not found.")
        assert error.data["RequestId"] and error.data["HostId"] and error.data["Recommend"], error.data
        refused("MissingInstanceId", get)
        wrong = Account(self.url, "LTAIfakeA", "wrong").get_vpc_peer_connection_attribute
        refused("SignatureDoesNotMatch", wrong, instance_id="pcc-none")
        nobody = Account(self.url, "LTAInobody", "wrong").get_vpc_peer_connection_attribute
        same(refused("InvalidAccessKeyId.NotFound", nobody, instance_id="pcc-none").data["statusCode"], 404)


def main():
    story = Story(sys.argv[1])
    for name in [name for name in vars(Story) if not name.startswith("_")]:
        try:
            getattr(story, name)()
            error = None
        except AssertionError as failed:
            error = f"{failed}\n{traceback.format_exc(limit=-2)}"
        except Exception as raised:
            error = f"{raised!r}\n{traceback.format_exc(limit=-3)}"
        print(json.dumps({"name": name.replace("_", " "), "error": error}), flush=True)


main()
