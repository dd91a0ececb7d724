import type { ConnectionSpec, Peering } from "../../model/peering";
import { joins } from "../../model/peering";
import { isPeeringError, PeeringError } from "../../model/errors";
import { defined } from "../../model/defined";
import { retrying } from "../../io/retry";
import type { Call, Cloud, CloudModule, Identity, Ref, Settings, TokenSeed } from "../cloud";
import type { Agency, Keys, KeySource } from "./credentials";
import { keySource, namedProject, profileInUse, setting, text } from "./credentials";
import type { Hosts } from "./endpoints";
import type { Row } from "./peering";
import { markedDescription, peeringOf } from "./peering";
import type { Project } from "./project";
import { theOnly } from "./project";
import { complaints, defaultName, UUID } from "./schema";
import type { ActionName, Answer, Question } from "./wire";
import { call as signedCall, senseless } from "./wire";

/** Huawei Cloud: VPC peering of the VPC service, version 2.0. */
export const huaweicloud: CloudModule = {
  name: "huaweicloud",
  accountKey: "projectId",
  complaints,
  defaultName,
  region: async (settings) => setting(settings, "region") ?? (await profileInUse())?.region,
  open: (settings) => new Huaweicloud(settings),
};

const READ_LIMIT_MS = 10_000;
const WRITE_LIMIT_MS = 30_000;
const PAGE = 100;
const AGENCY_SECONDS = 3_600;

class Huaweicloud implements Cloud {
  readonly name = "huaweicloud";
  readonly createIsRepeatable = false;
  private readonly hosts: Hosts;
  private readonly requestTimeoutMs: number | undefined;
  private keys: KeySource | undefined;
  /** Projects belong to regions: each is asked for once. */
  private readonly projects = new Map<string, Promise<string>>();

  constructor(private readonly settings: Settings) {
    this.hosts = { endpoint: text(settings("huaweicloud:endpoint")), cloud: setting(settings, "cloud") };
    const limit = Number(settings("vpc-peering:requestTimeoutMs"));
    this.requestTimeoutMs = limit > 0 ? limit : undefined;
  }

  async whoAmI(call: Call, of?: string): Promise<Identity> {
    const region = of ?? (await huaweicloud.region(this.settings)) ?? "";
    return { account: await this.project(region, call), region };
  }

  async create(spec: ConnectionSpec, seed: TokenSeed, call: Call): Promise<string> {
    const { region } = spec.requester;
    const own = await this.project(region, call);
    const body = { peering: createFields(spec, seed.marker, own) };
    return this.row(await this.write("CreateVpcPeering", { region, body }, call), "CreateVpcPeering").id;
  }

  async get(ref: Ref, call: Call): Promise<Peering | undefined> {
    try {
      const answer = await this.read("ShowVpcPeering", inPath(ref), call);
      return peeringOf(this.row(answer, "ShowVpcPeering"), ref.region);
    } catch (error) {
      if (isPeeringError(error, "gone")) return undefined;
      throw error;
    }
  }

  async findByVpcs(pair: Parameters<Cloud["findByVpcs"]>[0], call: Call): Promise<Peering[]> {
    const { region, vpcId } = pair.requester;
    const found = await this.listAll(region, { vpc_id: vpcId }, call);
    return found.filter((peering) => joins(peering, pair));
  }

  async list(region: string, call: Call): Promise<Peering[]> {
    return await this.listAll(region, {}, call);
  }

  /** The links that the cloud answers have three documented forms, so the next page goes by the last id. */
  private async listAll(region: string, filter: Record<string, string>, call: Call): Promise<Peering[]> {
    const found = new Map<string, Peering>();
    let marker: string | undefined;
    for (;;) {
      const query = { ...filter, limit: String(PAGE), ...defined({ marker }) };
      const answer = await this.read("ListVpcPeerings", { region, query }, call);
      const rows = answer["peerings"];
      if (!Array.isArray(rows)) throw senseless("ListVpcPeerings", "no peerings");
      const before = found.size;
      for (const row of rows as Row[]) found.set(row.id, peeringOf(row, region));
      marker = (rows as Row[]).at(-1)?.id;
      if (rows.length < PAGE || found.size === before) return [...found.values()];
    }
  }

  async accept(ref: Ref, _seed: TokenSeed, call: Call): Promise<void> {
    await this.answer("AcceptVpcPeering", ref, call);
  }

  async reject(ref: Ref, _seed: TokenSeed, call: Call): Promise<void> {
    await this.answer("RejectVpcPeering", ref, call);
  }

  /** How a request in the wrong state is refused is documented nowhere, so a look tells whether that was why. */
  private async answer(action: ActionName, ref: Ref, call: Call): Promise<void> {
    try {
      await this.write(action, inPath(ref), call);
    } catch (error) {
      if (!isPeeringError(error, "invalid", "permission", "unknown")) throw error;
      const seen = await this.get(ref, call);
      if (seen === undefined || seen.status === "pending") throw error;
      throw new PeeringError(error.sentence, { ...error.facts, kind: "wrongState" });
    }
  }

  /** The mark is part of the description, so either brings the other along. */
  async update(...[ref, change, seed, call]: Parameters<Cloud["update"]>): Promise<void> {
    const { name, ...rest } = change.set;
    let { description } = rest;
    assertChangeable({ ...rest, ...change.setTags });
    if (change.owner !== undefined) description ??= (await this.get(ref, call))?.description ?? "";
    const marked = description === undefined ? undefined : markedDescription(description, seed.marker);
    const peering = defined({ name, description: marked });
    if (Object.keys(peering).length === 0) return;
    await this.write("UpdateVpcPeering", { ...inPath(ref), body: { peering } }, call);
  }

  async delete(...[ref, , , call]: Parameters<Cloud["delete"]>): Promise<void> {
    await this.write("DeleteVpcPeering", inPath(ref), call);
  }

  /** The connection in an answer; a success without one leaves open what was done. */
  private row(answer: Answer, action: ActionName): Row {
    const row = answer["peering"] as Partial<Row> | undefined;
    if (row?.id !== undefined && row.status !== undefined && row.request_vpc_info !== undefined)
      return row as Row;
    throw senseless(action, "no peering");
  }

  /** The project that calls in this region are made in: the one that is named, else the one that IAM knows by name. */
  private async project(region: string, call: Call): Promise<string> {
    const known = this.projects.get(region) ?? this.askForProject(region, call);
    this.projects.set(region, known);
    return await known.catch((error: unknown) => {
      this.projects.delete(region);
      throw error;
    });
  }

  private async askForProject(region: string, call: Call): Promise<string> {
    const { id, name = region } = await namedProject(this.settings);
    if (id !== undefined) return id;
    if (region === "") throw noRegion();
    const question = { region, query: { name } };
    const answer = await this.repeat("KeystoneListProjects", question, READ_LIMIT_MS, call, true);
    return theOnly((answer["projects"] ?? []) as Project[], name);
  }

  private async assumeAgency(keys: Keys, agency: Agency): Promise<Keys & { endsAt: number }> {
    const assume_role = {
      agency_name: agency.agencyName,
      domain_name: agency.domainName,
      duration_seconds: AGENCY_SECONDS,
    };
    const body = { auth: { identity: { methods: ["assume_role"], assume_role } } };
    const region = (await huaweicloud.region(this.settings)) ?? "";
    if (region === "" && this.hosts.endpoint === undefined) throw noRegion();
    const timeoutMs = this.requestTimeoutMs ?? READ_LIMIT_MS;
    const asker = { keys, hosts: this.hosts, timeoutMs };
    const answer = await signedCall("CreateTemporaryAccessKeyByAgency", { region, body }, asker);
    const { access, secret, securitytoken, expires_at } = answer["credential"] as TemporaryKeys;
    return {
      accessKey: access,
      secretKey: secret,
      securityToken: securitytoken,
      endsAt: Date.parse(expires_at),
    };
  }

  private async read(action: ActionName, question: Question, call: Call): Promise<Answer> {
    const projectId = await this.project(question.region, call);
    return await this.repeat(action, question, READ_LIMIT_MS, call, true, projectId);
  }

  /** All changes but a create overwrite, so that doing one twice is the same as doing it once. */
  private async write(action: ActionName, question: Question, call: Call): Promise<Answer> {
    const projectId = await this.project(question.region, call);
    const repeatable = action !== "CreateVpcPeering";
    return await this.repeat(action, question, WRITE_LIMIT_MS, call, repeatable, projectId);
  }

  private async repeat(
    action: ActionName,
    question: Question,
    limitMs: number,
    call: Call,
    repeatable: boolean,
    projectId?: string,
  ): Promise<Answer> {
    this.keys ??= keySource(this.settings, (keys, agency) => this.assumeAgency(keys, agency));
    const keys = this.keys;
    const attempt = async (): Promise<Answer> => {
      const timeoutMs = Math.max(1, Math.min(this.requestTimeoutMs ?? limitMs, call.deadline.remaining()));
      const asker = { keys: await keys(), hosts: this.hosts, timeoutMs, ...defined({ projectId }) };
      return await signedCall(action, question, asker);
    };
    return await retrying(attempt, { ...call, repeatable });
  }
}

interface TemporaryKeys {
  access: string;
  secret: string;
  securitytoken: string;
  expires_at: string;
}

/** The fields of a create. A project is named only if it is not the requester's own. */
function createFields(
  { name, description, requester, accepter }: ConnectionSpec,
  marker: string,
  own: string,
) {
  const foreign = accepter.account === own || accepter.account === "" ? undefined : accepter.account;
  return {
    ...defined({ name }),
    description: markedDescription(description, marker),
    request_vpc_info: { vpc_id: requester.vpcId },
    accept_vpc_info: { vpc_id: accepter.vpcId, ...defined({ tenant_id: foreign }) },
  };
}

/** The API changes name and description, and would not even refuse the others: they have no place in it. */
function assertChangeable({ description: _, ...others }: object & { description?: string }): void {
  const names = Object.keys(others);
  if (names.length === 0) return;
  throw new PeeringError(`Huawei Cloud's connections have no ${names.join(", ")}.`, {
    kind: "unsupported",
    cloud: "huaweicloud",
    remedy: "Remove it.",
  });
}

/** A connection's id goes into the path as it is, so it has to look like one. */
function inPath({ id, region }: Ref): Pick<Question, "id" | "region"> {
  if (UUID.test(id)) return { id, region };
  throw new PeeringError(`${JSON.stringify(id)} is no id of a VPC peering connection.`, {
    kind: "invalid",
    cloud: "huaweicloud",
    remedy: 'Give an id such as "22b76469-08e3-4937-8c1d-7aad34892be1".',
  });
}

function noRegion(): PeeringError {
  return new PeeringError("No region is named, and the project's id is not either.", {
    kind: "invalid",
    cloud: "huaweicloud",
    remedy: "Name `region` of the HuaweicloudProvider, or `huaweicloud:region`.",
  });
}
