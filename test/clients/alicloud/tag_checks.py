"""The checks of tags; each takes the story and goes on from where it stands."""

from typed import RESOURCE, check_types, refused, same, tags


def tags_are_written_listed_and_removed(story):
    tagged = {**RESOURCE, "resource_id": [story.id]}
    added = tags(("stage", "test"), ("team", "core"), kind="TagResourcesRequestTag")
    written = story.a.tag_resources(**tagged, tag=added, client_token="python-6")
    check_types(written)
    same(written.success, True)
    listed = story.a.list_tag_resources(**tagged)
    check_types(listed, empty=["next_token"])
    row = {"RegionNo": "cn-hangzhou", "ResourceId": story.id, "ResourceType": "PeerConnection"}
    pairs = [("stage", "test"), ("team", "core"), ("ключ", "a b+c/d")]
    same([one.to_map() for one in listed.tag_resources], [{**row, "TagKey": k, "TagValue": v} for k, v in pairs])
    first = story.a.list_tag_resources(**tagged, max_results=2)
    check_types(first)
    rest = story.a.list_tag_resources(**tagged, max_results=2, next_token=first.next_token)
    same((len(first.tag_resources), len(rest.tag_resources), rest.next_token), (2, 1, None))
    by_tag = tags(("team", "core"), kind="ListTagResourcesRequestTag")
    same(len(story.a.list_tag_resources(**RESOURCE, tag=by_tag).tag_resources), 3)
    removed = story.a.un_tag_resources(**tagged, tag_key=["stage"], client_token="python-7")
    check_types(removed)
    same([one.tag_key for one in story.a.list_tag_resources(**tagged).tag_resources], ["team", "ключ"])
    same(story.a.un_tag_resources(**tagged, all=True).success, True)
    same(story.a.list_tag_resources(**tagged).tag_resources, [])
    # The partner's own tags stay.
    theirs = {**tagged, "region_id": "cn-beijing"}
    same([one.tag_key for one in story.b.list_tag_resources(**theirs).tag_resources], ["side"])


def wrong_tag_calls_are_told_by_their_codes(story):
    tagged = {**RESOURCE, "resource_id": [story.id]}

    def one(key):
        return tags((key, "x"), kind="TagResourcesRequestTag")

    refused("BothEmpty.TagsAndResources", story.a.list_tag_resources, **RESOURCE)
    for params, code in (
        ({"resource_id": ["pcc-none"]}, "InvalidInstanceIds.NotFound"),
        ({"resource_type": "VPC"}, "InvalidInstanceType.NotFound"),
        ({"tag": one("acs:mine")}, "Forbidden.TagKeys"),
        ({"tag": [tag for index in range(21) for tag in one(f"key{index}")]}, "NumberExceed.Tags"),
    ):
        refused(code, story.a.tag_resources, **{**tagged, "tag": one("a"), **params})
