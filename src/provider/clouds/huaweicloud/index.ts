import type { ConnectionSpec, Peering } from "../../../model/peering";
import { joins } from "../../../model/peering";
import { isPeeringError, PeeringError } from "../../../model/errors";
import { defined } from "../../../model/defined";
import type { Call, Cloud, CloudModule, Identity, Page, Ref, Settings, TokenSeed } from "../cloud";
import type { Survey } from "../preflightReads";
import { allOf } from "../kit/pages";
import { QuieterEnd } from "../sharing/quieterEnd";
import { Client } from "./client";
import type { Row } from "./rows";
import { isRow, LONGEST_DESCRIPTION, LONGEST_TEXT, markedDescription, peeringOf } from "./rows";
import { complaints, defaultName, UUID } from "./inputs";
import { surveyBy } from "./preflightReads";
import type { ActionName, Answer, Question } from "./wire";
import { senseless } from "./wire";

/** Huawei Cloud: VPC peering of the VPC service, version 2.0. */
export const huaweicloud: CloudModule = {
  name: "huaweicloud",
  complaints,
  defaultName,
  region: (settings) => new Client(settings).region(),
  open: (settings) => new Huaweicloud(settings),
};

/** The most that a list may have at once. */
const PAGE = 2_000;

class Huaweicloud implements Cloud {
  readonly name = "huaweicloud";
  readonly createIsRepeatable = false;
  private readonly client: Client;
  private readonly quieterEnd = new QuieterEnd();
  readonly survey: Survey;

  constructor(settings: Settings) {
    this.client = new Client(settings);
    this.survey = surveyBy(this.client);
  }

  async whoAmI(call: Call, of?: string): Promise<Identity> {
    const region = of ?? (await this.client.region()) ?? "";
    return { account: await this.client.project(region, call), region };
  }

  async create(spec: ConnectionSpec, seed: TokenSeed, call: Call): Promise<string> {
    const { region } = spec.requester;
    const own = await this.client.project(region, call);
    const body = { peering: createFields(spec, seed.marker, own) };
    const { id } = await this.client.ask("CreateVpcPeering", { region, body }, call, rowIn);
    return id;
  }

  async get(ref: Ref, call: Call): Promise<Peering | undefined> {
    try {
      return peeringOf(await this.client.ask("ShowVpcPeering", inPath(ref), call, rowIn), ref.region);
    } catch (error) {
      if (isPeeringError(error, "gone")) return undefined;
      throw error;
    }
  }

  async findByVpcs(pair: Parameters<Cloud["findByVpcs"]>[0], call: Call): Promise<Peering[]> {
    const filter = { vpc_id: this.quieterEnd.of(pair) };
    const found = await allOf(this.pages(pair.requester.region, filter, call));
    return found.filter((peering) => joins(peering, pair));
  }

  list(region: string, call: Call): AsyncIterable<Page> {
    return this.pages(region, {}, call);
  }

  /** The links that the cloud answers have three documented forms, so the next page goes by the last id. */
  private async *pages(region: string, filter: Record<string, string>, call: Call): AsyncIterable<Page> {
    const seen = new Set<string>();
    for (let isLast = false; !isLast;) {
      const marker = [...seen].at(-1);
      const query = { ...filter, limit: String(PAGE), ...defined({ marker }) };
      const rows = await this.client.ask("ListVpcPeerings", { region, query }, call, rowsIn);
      const fresh = rows.filter(({ id }) => !seen.has(id));
      for (const { id } of fresh) seen.add(id);
      isLast = rows.length < PAGE || fresh.length === 0;
      yield { peerings: fresh.map((row) => peeringOf(row, region)), isLast };
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
      await this.client.ask(action, inPath(ref), call, nothing);
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
    assertFits(marked ?? "");
    const peering = defined({ name, description: marked });
    if (Object.keys(peering).length === 0) return;
    await this.client.ask("UpdateVpcPeering", { ...inPath(ref), body: { peering } }, call, nothing);
  }

  async delete(...[ref, , , call]: Parameters<Cloud["delete"]>): Promise<void> {
    await this.client.ask("DeleteVpcPeering", inPath(ref), call, nothing);
  }
}

/** The connection in an answer; a success without one leaves open what was done. */
function rowIn({ peering }: Answer, action: ActionName): Row {
  if (isRow(peering)) return peering;
  throw senseless(action, "no peering");
}

function rowsIn({ peerings }: Answer, action: ActionName): Row[] {
  if (Array.isArray(peerings) && peerings.every(isRow)) return peerings;
  throw senseless(action, "no peerings");
}

/** What the answer to a change says is looked up afterwards anyway. */
const nothing = (): void => undefined;

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

/** Somebody else's description may be so long that the mark has no room behind it. */
function assertFits(description: string): void {
  if (Array.from(description).length <= LONGEST_DESCRIPTION) return;
  throw new PeeringError("The connection's description leaves no room for the owner's mark.", {
    kind: "invalid",
    cloud: "huaweicloud",
    remedy: `Declare a \`description\` of at most ${LONGEST_TEXT} characters, or shorten it in the console.`,
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
