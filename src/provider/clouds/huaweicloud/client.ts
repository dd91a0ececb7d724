import { defined } from "../../../model/defined";
import { PeeringError } from "../../../model/errors";
import type { Rate } from "../../../io/rateLimit";
import { retrying } from "../../../io/retry";
import type { Context, Settings } from "../cloud";
import { endpointIn } from "../kit/endpoint";
import { attemptLimit } from "../kit/transport";
import { RateLimits } from "../kit/rateLimits";
import type { Agency, Keys, KeySource } from "./keys";
import { keySource, namedProject, profileInUse, setting, text } from "./keys";
import type { Hosts } from "./endpoints";
import type { Project } from "./project";
import { theOnly } from "./project";
import type { ActionName, Answer, Question } from "./wire";
import { ACTIONS, call as signedCall, senseless } from "./wire";

const READ_LIMIT_MS = 10_000;
const WRITE_LIMIT_MS = 30_000;
const AGENCY_SECONDS = 3_600;

/** The limit of each of the VPC service's APIs, as its refusals tell it. */
const RATE: Rate = { calls: 200, windowMs: 5 * 60_000 };

/** Calls Huawei Cloud with the keys and in the projects that settings name, each call until it is answered. */
export class Client {
  private readonly hosts: Hosts;
  private readonly limitOf: ReturnType<typeof attemptLimit>;
  private readonly limits = new RateLimits((action) => (/VpcPeering/.test(action) ? RATE : undefined));
  private keys: KeySource | undefined;
  /** Projects belong to regions: each is asked for once. */
  private readonly projects = new Map<string, Promise<string>>();

  constructor(private readonly settings: Settings) {
    this.hosts = { endpoint: endpointIn("huaweicloud", settings), cloud: setting(settings, "cloud") };
    this.limitOf = attemptLimit(settings);
  }

  /** The region that settings imply. */
  async region(): Promise<string | undefined> {
    return setting(this.settings, "region") ?? text((await profileInUse())?.region);
  }

  /** The project that calls in this region are made in: the one that is named, else the one that IAM knows by name. */
  async project(region: string, context: Context): Promise<string> {
    const known = this.projects.get(region) ?? this.askForProject(region, context);
    this.projects.set(region, known);
    return await known.catch((error: unknown) => {
      this.projects.delete(region);
      throw error;
    });
  }

  /**
   * Calls until there is an answer that `read` makes sense of. All calls but a create can be repeated: they read,
   * or overwrite.
   */
  async ask<T>(
    action: ActionName,
    question: Question,
    context: Context,
    read: (answer: Answer, action: ActionName) => T,
  ): Promise<T> {
    const { service, method } = ACTIONS[action];
    const projectId = service === "vpc" ? await this.project(question.region, context) : undefined;
    this.keys ??= keySource(this.settings, (keys, agency) => this.assumeAgency(keys, agency));
    const keys = this.keys;
    const limitMs = method === "GET" ? READ_LIMIT_MS : WRITE_LIMIT_MS;
    const attempt = async (): Promise<T> => {
      const timeoutMs = this.limitOf(limitMs, context);
      const asker = { keys: await keys(), hosts: this.hosts, timeoutMs, ...defined({ projectId }) };
      return read(await signedCall(action, question, asker), action);
    };
    const inTurn = (): Promise<T> => this.limits.keeping(action, question.region, context, attempt);
    return await retrying(inTurn, { ...context, repeatable: action !== "CreateVpcPeering" });
  }

  private async askForProject(region: string, context: Context): Promise<string> {
    const { id, name = region } = await namedProject(this.settings);
    if (id !== undefined) return id;
    if (region === "") throw noRegion();
    const question = { region, query: { name } };
    return await this.ask("KeystoneListProjects", question, context, ({ projects }, action) => {
      if (!Array.isArray(projects)) throw senseless(action, "no projects");
      return theOnly(projects as Project[], name);
    });
  }

  private async assumeAgency(keys: Keys, agency: Agency): Promise<Keys & { endsAt: number }> {
    const action = "CreateTemporaryAccessKeyByAgency";
    const region = (await this.region()) ?? "";
    if (region === "" && this.hosts.endpoint === undefined) throw noRegion();
    const assume_role = {
      agency_name: agency.agencyName,
      domain_name: agency.domainName,
      duration_seconds: AGENCY_SECONDS,
    };
    const body = { auth: { identity: { methods: ["assume_role"], assume_role } } };
    const timeoutMs = this.limitOf(READ_LIMIT_MS);
    const answer = await signedCall(action, { region, body }, { keys, hosts: this.hosts, timeoutMs });
    const { access, secret, securitytoken, expires_at } = (answer["credential"] ?? {}) as TemporaryKeys;
    if (access === undefined || secret === undefined) throw senseless(action, "no credential");
    return {
      accessKey: access,
      secretKey: secret,
      ...defined({ securityToken: securitytoken }),
      endsAt: Date.parse(expires_at ?? ""),
    };
  }
}

interface TemporaryKeys {
  access?: string;
  secret?: string;
  securitytoken?: string;
  expires_at?: string;
}

function noRegion(): PeeringError {
  return new PeeringError("No region is named, and the project's id is not either.", {
    kind: "invalid",
    cloud: "huaweicloud",
    remedy: "Name `region` of the HuaweicloudProvider, or `huaweicloud:region`.",
  });
}
