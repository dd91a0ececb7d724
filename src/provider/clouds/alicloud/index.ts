import { PeeringError } from "../../../model/errors";
import type { ConnectionSpec, Peering, VpcPair } from "../../../model/peering";
import type { Rate } from "../../../io/rateLimit";
import { retrying } from "../../../io/retry";
import type {
  ChangeRequest,
  Cloud,
  CloudModule,
  Context,
  CreateRequest,
  DeleteRequest,
  Identity,
  Page,
  Ref,
  Settings,
  TokenSeed,
  UpdateRequest,
} from "../cloud";
import type { Answer } from "../kit/answer";
import { nonsense, textIn } from "../kit/answer";
import { endpointIn } from "../kit/endpoint";
import { attemptLimit, once } from "../kit/transport";
import { allOf } from "../kit/pages";
import { clientToken } from "../kit/clientToken";
import { RateLimits } from "../kit/rateLimits";
import { MARKER_TAG, markerValue } from "../kit/markerTag";
import type { Keys, KeySource, Role } from "./keys";
import { keySource, regionOfProfile, setting } from "./keys";
import { peeringOf } from "./rows";
import { complaints, defaultName } from "./inputs";
import { preflightReadsBy } from "./preflightReads";
import type { ActionName, Params } from "./wire";
import { call as signedCall } from "./wire";

/** Alibaba Cloud: product VpcPeer, version 2022-01-01. */
export const alicloud: CloudModule = {
  name: "alicloud",
  complaints,
  defaultName,
  region: async (settings) => setting(settings, "region") ?? (await regionOfProfile(settings)),
  open: (settings) => new Alicloud(settings),
};

const READ_LIMIT_MS = 10_000;
const WRITE_LIMIT_MS = 30_000;
const RESOURCE_TYPE = "PeerConnection";

const MINUTE_MS = 60_000;
const STANDARD_RATE: Rate = { calls: 360, windowMs: MINUTE_MS };
const LABEL_RATE: Rate = { calls: 1_000, windowMs: MINUTE_MS };

/** The limits as documented: of each action in each region, for all of an account's callers. */
const RATES: Partial<Record<string, Rate>> = {
  CreateVpcPeerConnection: STANDARD_RATE,
  AcceptVpcPeerConnection: STANDARD_RATE,
  RejectVpcPeerConnection: STANDARD_RATE,
  ModifyVpcPeerConnection: STANDARD_RATE,
  DeleteVpcPeerConnection: STANDARD_RATE,
  GetVpcPeerConnectionAttribute: STANDARD_RATE,
  ListVpcPeerConnections: STANDARD_RATE,
  TagResources: LABEL_RATE,
  UnTagResources: LABEL_RATE,
  MoveResourceGroup: LABEL_RATE,
};

class Alicloud implements Cloud {
  readonly name = "alicloud";
  readonly createIsRepeatable = true;
  private readonly endpoint: string | undefined;
  private readonly limitOf: ReturnType<typeof attemptLimit>;
  private readonly identity = once((context) => this.ask(context));
  private readonly limits = new RateLimits((action) => RATES[action]);
  private keys: KeySource | undefined;
  readonly preflightReads = preflightReadsBy(
    (action, params, context) => this.read(action, params, context),
    createParams,
  );

  constructor(private readonly settings: Settings) {
    this.endpoint = endpointIn("alicloud", settings);
    this.limitOf = attemptLimit(settings);
  }

  whoAmI(_: object, context: Context): Promise<Identity> {
    return this.identity(context);
  }

  private async ask(context: Context): Promise<Identity> {
    const [answer, region] = await Promise.all([
      this.read("GetCallerIdentity", {}, context),
      alicloud.region(this.settings),
    ]);
    return { account: textIn(answer, "AccountId", at("GetCallerIdentity")), region: region ?? "" };
  }

  async create({ spec, seed }: CreateRequest, context: Context): Promise<string> {
    const answer = await this.write("CreateVpcPeerConnection", createParams(spec), seed, context);
    return textIn(answer, "InstanceId", at("CreateVpcPeerConnection"));
  }

  async get({ id }: Ref, context: Context): Promise<Peering | undefined> {
    try {
      const row = await this.read("GetVpcPeerConnectionAttribute", { InstanceId: id }, context);
      return peeringOf(row, "GetVpcPeerConnectionAttribute");
    } catch (error) {
      if (error instanceof PeeringError && error.kind === "gone") return undefined;
      throw error;
    }
  }

  async find({ requester, accepter }: VpcPair, context: Context): Promise<Peering[]> {
    const VpcId = `${requester.vpcId},${accepter.vpcId}`;
    return await allOf(this.pages({ RegionId: requester.region, VpcId }, context));
  }

  list({ region }: { region: string }, context: Context): AsyncIterable<Page> {
    return this.pages({ RegionId: region }, context);
  }

  private async *pages(filter: Params, context: Context): AsyncIterable<Page> {
    const action = "ListVpcPeerConnections";
    let NextToken: unknown;
    do {
      const page: Answer = await this.read(action, { ...filter, MaxResults: 100, NextToken }, context);
      const rows = page["VpcPeerConnects"] ?? [];
      if (!Array.isArray(rows)) throw nonsense("alicloud", action, "no list of connections");
      NextToken = page["NextToken"] === "" ? undefined : (page["NextToken"] ?? undefined);
      yield { peerings: rows.map((row) => peeringOf(row, action)), isLast: NextToken === undefined };
    } while (NextToken !== undefined);
  }

  async accept({ id, seed }: ChangeRequest, context: Context): Promise<void> {
    await this.write("AcceptVpcPeerConnection", { InstanceId: id }, seed, context);
  }

  async reject({ id, seed }: ChangeRequest, context: Context): Promise<void> {
    await this.write("RejectVpcPeerConnection", { InstanceId: id }, seed, context);
  }

  async update(request: UpdateRequest, context: Context): Promise<void> {
    const { id, region, difference: change, seed } = request;
    const { resourceGroupId, name, description, bandwidth, linkType } = change.set;
    const modify = { Name: name, Description: description, Bandwidth: bandwidth, LinkType: linkType };
    const ids = { RegionId: region, ResourceType: RESOURCE_TYPE, ResourceId: [id] };
    if (Object.values(modify).some((value) => value !== undefined)) {
      await this.write("ModifyVpcPeerConnection", { InstanceId: id, ...modify }, seed, context);
    }
    if (resourceGroupId !== undefined) {
      const move = { ...ids, ResourceId: id, NewResourceGroupId: resourceGroupId };
      await this.repeat("MoveResourceGroup", move, WRITE_LIMIT_MS, context);
    }
    const mark = change.owner === undefined ? {} : { [MARKER_TAG]: markerValue(change.owner) };
    const tags = tagList({ ...change.setTags, ...mark });
    if (tags.length > 0) await this.repeat("TagResources", { ...ids, Tag: tags }, WRITE_LIMIT_MS, context);
    if (change.dropTags.length > 0) {
      await this.repeat("UnTagResources", { ...ids, TagKey: change.dropTags }, WRITE_LIMIT_MS, context);
    }
  }

  async delete({ id, force, seed }: DeleteRequest, context: Context): Promise<void> {
    await this.write(
      "DeleteVpcPeerConnection",
      { InstanceId: id, Force: force ? true : undefined },
      seed,
      context,
    );
  }

  private async assumeRole(keys: Keys, role: Role): Promise<Keys & { endsAt: number }> {
    const params = {
      RoleArn: role.roleArn,
      RoleSessionName: role.sessionName ?? "pulumi-vpc-peering",
      DurationSeconds: role.sessionExpiration,
      Policy: role.policy,
      ExternalId: role.externalId,
    };
    const timeoutMs = this.limitOf(READ_LIMIT_MS);
    const answer = await signedCall("AssumeRole", params, { keys, endpoint: this.endpoint, timeoutMs });
    const keysIn = (answer["Credentials"] ?? {}) as Answer;
    return {
      accessKeyId: textIn(keysIn, "AccessKeyId", at("AssumeRole")),
      accessKeySecret: textIn(keysIn, "AccessKeySecret", at("AssumeRole")),
      securityToken: textIn(keysIn, "SecurityToken", at("AssumeRole")),
      endsAt: Date.parse(textIn(keysIn, "Expiration", at("AssumeRole"))),
    };
  }

  private async read(action: ActionName, params: Params, context: Context): Promise<Answer> {
    return await this.repeat(action, params, READ_LIMIT_MS, context);
  }

  /** A call that changes something carries a token, so that repeating it is safe. */
  private async write(
    action: ActionName,
    params: Params,
    seed: TokenSeed,
    context: Context,
  ): Promise<Answer> {
    const ClientToken = clientToken(action, seed, params);
    return await this.repeat(action, { ...params, ClientToken }, WRITE_LIMIT_MS, context);
  }

  private async repeat(
    action: ActionName,
    params: Params,
    limitMs: number,
    context: Context,
  ): Promise<Answer> {
    this.keys ??= keySource(this.settings, (keys, role) => this.assumeRole(keys, role));
    const keys = this.keys;
    const attempt = async (): Promise<Answer> => {
      const timeoutMs = this.limitOf(limitMs, context);
      return await signedCall(action, params, { keys: await keys(), endpoint: this.endpoint, timeoutMs });
    };
    const { RegionId: region = "" } = params as { RegionId?: string };
    const inTurn = (): Promise<Answer> => this.limits.keeping(action, region, context, attempt);
    return await retrying(inTurn, { ...context, repeatable: true });
  }
}

const at = (action: ActionName) => ({ cloud: "alicloud", action }) as const;

function createParams(spec: ConnectionSpec): Params {
  const { requester, accepter, owner, tags } = spec;
  return {
    RegionId: requester.region,
    VpcId: requester.vpcId,
    AcceptingAliUid: accepter.account,
    AcceptingRegionId: accepter.region,
    AcceptingVpcId: accepter.vpcId,
    Name: spec.name,
    Description: spec.description,
    ResourceGroupId: spec.resourceGroupId,
    Bandwidth: spec.bandwidth,
    LinkType: spec.linkType,
    Tag: tagList({ ...tags, [MARKER_TAG]: markerValue(owner) }),
  };
}

function tagList(tags: Record<string, string>): { Key: string; Value: string }[] {
  return Object.entries(tags)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([Key, Value]) => ({ Key, Value }));
}
