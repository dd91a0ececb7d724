import type { Rate } from "../../../io/rateLimit";
import { retrying } from "../../../io/retry";
import { defined } from "../../../model/defined";
import { isPeeringError, PeeringError } from "../../../model/errors";
import type { ConnectionSpec, Peering, VpcPair } from "../../../model/peering";
import { joins } from "../../../model/peering";
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
  UpdateRequest,
} from "../cloud";
import type { Answer } from "../kit/answer";
import { textIn } from "../kit/answer";
import { endpointIn } from "../kit/endpoint";
import { RateLimits } from "../kit/rateLimits";
import { attemptLimit, once } from "../kit/transport";
import { allOf } from "../kit/pages";
import { QuieterEnd } from "../sharing/quieterEnd";
import { MARKER_TAG, markerValue } from "../kit/markerTag";
import type { Keys, KeySource, Role, TemporaryKeys } from "./keys";
import { keySource, regionOf } from "./keys";
import type { Row } from "./rows";
import { peeringOf } from "./rows";
import { complaints, defaultName } from "./inputs";
import { preflightReadsBy } from "./preflightReads";
import type { ActionName, Params } from "./wire";
import { call as signedCall } from "./wire";

/** Tencent Cloud: product vpc, version 2017-03-12. */
export const tencentcloud: CloudModule = {
  name: "tencentcloud",
  complaints,
  defaultName,
  region: (settings) => regionOf(settings),
  open: (settings) => new Tencentcloud(settings),
};

const READ_LIMIT_MS = 10_000;
const WRITE_LIMIT_MS = 30_000;

/** The documented limit of each of the product's actions. */
const RATE: Rate = { calls: 20, windowMs: 1_000 };

/** How many connections a list may have at once is documented nowhere: other lists take 100, this API's forerunner took 50. */
const [LONG_PAGE, SHORT_PAGE] = [100, 50] as const;

/** So that connections made meanwhile do not shift the pages. */
const OLDEST_FIRST = { OrderField: "CreatedTime", OrderDirection: "ASC" };

/** Where calls go that belong to no region. */
const ANY_REGION = "ap-guangzhou";

interface How {
  limitMs: number;
  /** Whether doing it twice is the same as doing it once. */
  repeatable: boolean;
}

const READ: How = { limitMs: READ_LIMIT_MS, repeatable: true };
const WRITE: How = { limitMs: WRITE_LIMIT_MS, repeatable: true };
const CREATE: How = { limitMs: WRITE_LIMIT_MS, repeatable: false };

class Tencentcloud implements Cloud {
  readonly name = "tencentcloud";
  // There are no client tokens: whether an unanswered create was done, only a look can tell.
  readonly createIsRepeatable = false;
  private readonly endpoint: string | undefined;
  private readonly limitOf: ReturnType<typeof attemptLimit>;
  private readonly identity = once((context) => this.ask(context));
  private readonly limits = new RateLimits((action) => (/VpcPeering/.test(action) ? RATE : undefined));
  private readonly quieterEnd = new QuieterEnd();
  private filterGoesByEither = false;
  private isFilterTried = false;
  private longestPage: number = LONG_PAGE;
  private keys: KeySource | undefined;
  readonly preflightReads = preflightReadsBy((action, params, region, context) =>
    this.do(action, params, region, READ, context),
  );

  constructor(private readonly settings: Settings) {
    this.endpoint = endpointIn("tencentcloud", settings);
    this.limitOf = attemptLimit(settings);
  }

  whoAmI(_: object, context: Context): Promise<Identity> {
    return this.identity(context);
  }

  private async ask(context: Context): Promise<Identity> {
    const region = await tencentcloud.region(this.settings);
    const answer = await this.do("GetCallerIdentity", {}, region ?? ANY_REGION, READ, context);
    return {
      account: textIn(answer, "AccountId", { cloud: "tencentcloud", action: "GetCallerIdentity" }),
      region: region ?? "",
    };
  }

  async create({ spec }: CreateRequest, context: Context): Promise<string> {
    const { region } = spec.requester;
    const answer = await this.do("CreateVpcPeeringConnection", createParams(spec), region, CREATE, context);
    return textIn(answer, "PeeringConnectionId", {
      cloud: "tencentcloud",
      action: "CreateVpcPeeringConnection",
    });
  }

  async get({ id, region }: Ref, context: Context): Promise<Peering | undefined> {
    try {
      const [seen] = await allOf(this.pages({ PeeringConnectionIds: [id] }, region, context));
      return seen;
    } catch (error) {
      if (isPeeringError(error, "gone")) return undefined;
      throw error;
    }
  }

  async find(pair: VpcPair, context: Context): Promise<Peering[]> {
    const { requester, accepter } = pair;
    const quieter = this.quieterEnd.of(pair);
    const vpcIds = this.filterGoesByEither ? [quieter] : [requester.vpcId, accepter.vpcId];
    const found = await allOf(this.pages(joining(vpcIds), requester.region, context));
    if (found.length > SHORT_PAGE) await this.tryFilter(found, requester.region, context);
    return found.filter((peering) => joins(peering, pair));
  }

  /**
   * Whether the filter goes by both ends or by the requester's is not documented; the ids of both cover either, but
   * find all that a hub has. So where that is a lot, the filter is tried out, once, on one of what was found.
   */
  private async tryFilter([sample]: readonly Peering[], region: string, context: Context): Promise<void> {
    if (this.isFilterTried || sample === undefined) return;
    this.isFilterTried = true;
    const found = await allOf(this.pages(joining([sample.accepter.vpcId]), region, context)).catch(() => []);
    this.filterGoesByEither = found.some(({ id }) => id === sample.id);
  }

  list({ region }: { region: string }, context: Context): AsyncIterable<Page> {
    return this.pages({}, region, context);
  }

  private async *pages(which: Params, region: string, context: Context): AsyncIterable<Page> {
    for (let read = 0, isLast = false; !isLast;) {
      const page = await this.page({ ...which, ...OLDEST_FIRST, Offset: read }, region, context);
      const rows = (page["PeerConnectionSet"] ?? []) as Row[];
      read += rows.length;
      isLast = rows.length === 0 || read >= Number(page["TotalCount"] ?? 0);
      yield { peerings: rows.map(peeringOf), isLast };
    }
  }

  private async page(which: Params, region: string, context: Context): Promise<Answer> {
    const read = (Limit: number): Promise<Answer> =>
      this.do("DescribeVpcPeeringConnections", { ...which, Limit }, region, READ, context);
    try {
      return await read(this.longestPage);
    } catch (error) {
      if (this.longestPage === SHORT_PAGE || !isPeeringError(error, "invalid", "unknown")) throw error;
      const page = await read(SHORT_PAGE);
      this.longestPage = SHORT_PAGE;
      return page;
    }
  }

  async accept({ id, region }: ChangeRequest, context: Context): Promise<void> {
    await this.do("AcceptVpcPeeringConnection", { PeeringConnectionId: id }, region, WRITE, context);
  }

  async reject({ id, region }: ChangeRequest, context: Context): Promise<void> {
    await this.do("RejectVpcPeeringConnection", { PeeringConnectionId: id }, region, WRITE, context);
  }

  async update({ id, region, difference }: UpdateRequest, context: Context): Promise<void> {
    const { name, bandwidth, chargeType } = difference.set;
    const set = defined({ PeeringConnectionName: name, Bandwidth: bandwidth, ChargeType: chargeType });
    // A call that names nothing to change would be refused.
    if (Object.keys(set).length === 0) return;
    await this.do("ModifyVpcPeeringConnection", { PeeringConnectionId: id, ...set }, region, WRITE, context);
  }

  async delete({ id, region }: DeleteRequest, context: Context): Promise<void> {
    await this.do("DeleteVpcPeeringConnection", { PeeringConnectionId: id }, region, WRITE, context);
  }

  private async assumeRole(keys: Keys, role: Role): Promise<TemporaryKeys> {
    const params = {
      RoleArn: role.roleArn,
      RoleSessionName: role.sessionName ?? "pulumi-vpc-peering",
      DurationSeconds: role.sessionDuration,
      Policy: role.policy === undefined ? undefined : encodeURIComponent(role.policy),
      ExternalId: role.externalId,
    };
    const region = (await tencentcloud.region(this.settings)) ?? ANY_REGION;
    const timeoutMs = this.limitOf(READ_LIMIT_MS);
    const answer = await signedCall("AssumeRole", params, {
      region,
      keys,
      endpoint: this.endpoint,
      timeoutMs,
    });
    const { TmpSecretId, TmpSecretKey, Token } = answer["Credentials"] as Record<string, string>;
    if (TmpSecretId === undefined || TmpSecretKey === undefined || Token === undefined) {
      throw new PeeringError(`The role ${role.roleArn} gave no keys.`, {
        kind: "credentials",
        cloud: "tencentcloud",
        action: "AssumeRole",
      });
    }
    const endsAt = Number(answer["ExpiredTime"]) * 1000;
    return { secretId: TmpSecretId, secretKey: TmpSecretKey, token: Token, endsAt };
  }

  private async do(
    action: ActionName,
    params: Params,
    region: string,
    { limitMs, repeatable }: How,
    context: Context,
  ): Promise<Answer> {
    this.keys ??= keySource(this.settings, (keys, role) => this.assumeRole(keys, role));
    const keys = this.keys;
    const attempt = async (): Promise<Answer> => {
      const timeoutMs = this.limitOf(limitMs, context);
      const means = { region, keys: await keys(), endpoint: this.endpoint, timeoutMs };
      return await onceMoreIfLate(() => signedCall(action, params, means));
    };
    const inTurn = (): Promise<Answer> => this.limits.keeping(action, "", context, attempt);
    return await retrying(inTurn, { ...context, repeatable });
  }
}

/** A request that was too long on its way is refused before anything is done; a fresh one may be in time. */
async function onceMoreIfLate<T>(signed: () => Promise<T>): Promise<T> {
  try {
    return await signed();
  } catch (error) {
    const isLate = isPeeringError(error) && error.facts.code === "AuthFailure.SignatureExpire";
    if (!isLate) throw error;
    return await signed();
  }
}

/** Connections of any of these VPCs. */
function joining(vpcIds: readonly string[]): Params {
  return { Filters: [{ Name: "vpc-id", Values: vpcIds }] };
}

function createParams(spec: ConnectionSpec): Params {
  const { requester, accepter, owner, tags } = spec;
  return {
    SourceVpcId: requester.vpcId,
    PeeringConnectionName: spec.name,
    DestinationVpcId: accepter.vpcId,
    DestinationUin: accepter.account,
    DestinationRegion: accepter.region,
    Bandwidth: spec.bandwidth,
    ChargeType: spec.chargeType,
    QosLevel: spec.qosLevel,
    Tags: tagList({ ...tags, [MARKER_TAG]: markerValue(owner) }),
  };
}

function tagList(tags: Record<string, string>): { Key: string; Value: string }[] {
  return Object.entries(tags)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([Key, Value]) => ({ Key, Value }));
}
