import type { ConnectionSpec, Peering, VpcPair } from "../../../model/peering";
import { joins } from "../../../model/peering";
import { isPeeringError, PeeringError } from "../../../model/errors";
import { defined } from "../../../model/defined";
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
import type { PreflightReads } from "../preflightReads";
import { allOf } from "../kit/pages";
import { QuieterEnd } from "../sharing/quieterEnd";
import { Client } from "./client";
import type { Row } from "./rows";
import { isRow, LONGEST_DESCRIPTION, LONGEST_TEXT, markedDescription, peeringOf } from "./rows";
import { complaints, defaultName, UUID } from "./inputs";
import { preflightReadsBy } from "./preflightReads";
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
  readonly preflightReads: PreflightReads;

  constructor(settings: Settings) {
    this.client = new Client(settings);
    this.preflightReads = preflightReadsBy(this.client);
  }

  async whoAmI(request: { region?: string }, context: Context): Promise<Identity> {
    const region = request.region ?? (await this.client.region()) ?? "";
    return { account: await this.client.project(region, context), region };
  }

  async create({ spec, seed }: CreateRequest, context: Context): Promise<string> {
    const { region } = spec.requester;
    const own = await this.client.project(region, context);
    const body = { peering: createFields(spec, seed.marker, own) };
    const { id } = await this.client.ask("CreateVpcPeering", { region, body }, context, rowIn);
    return id;
  }

  async get(ref: Ref, context: Context): Promise<Peering | undefined> {
    try {
      return peeringOf(await this.client.ask("ShowVpcPeering", inPath(ref), context, rowIn), ref.region);
    } catch (error) {
      if (isPeeringError(error, "gone")) return undefined;
      throw error;
    }
  }

  async find(pair: VpcPair, context: Context): Promise<Peering[]> {
    const filter = { vpc_id: this.quieterEnd.of(pair) };
    const found = await allOf(this.pages(pair.requester.region, filter, context));
    return found.filter((peering) => joins(peering, pair));
  }

  list({ region }: { region: string }, context: Context): AsyncIterable<Page> {
    return this.pages(region, {}, context);
  }

  /** The links that the cloud answers have three documented forms, so the next page goes by the last id. */
  private async *pages(
    region: string,
    filter: Record<string, string>,
    context: Context,
  ): AsyncIterable<Page> {
    const seen = new Set<string>();
    for (let isLast = false; !isLast;) {
      const marker = [...seen].at(-1);
      const query = { ...filter, limit: String(PAGE), ...defined({ marker }) };
      const rows = await this.client.ask("ListVpcPeerings", { region, query }, context, rowsIn);
      const fresh = rows.filter(({ id }) => !seen.has(id));
      for (const { id } of fresh) seen.add(id);
      isLast = rows.length < PAGE || fresh.length === 0;
      yield { peerings: fresh.map((row) => peeringOf(row, region)), isLast };
    }
  }

  async accept(ref: ChangeRequest, context: Context): Promise<void> {
    await this.answer("AcceptVpcPeering", ref, context);
  }

  async reject(ref: ChangeRequest, context: Context): Promise<void> {
    await this.answer("RejectVpcPeering", ref, context);
  }

  /** How a request in the wrong state is refused is documented nowhere, so a look tells whether that was why. */
  private async answer(action: ActionName, ref: Ref, context: Context): Promise<void> {
    try {
      await this.client.ask(action, inPath(ref), context, nothing);
    } catch (error) {
      if (!isPeeringError(error, "invalid", "permission", "unknown")) throw error;
      const seen = await this.get(ref, context);
      if (seen === undefined || seen.status === "pending") throw error;
      throw new PeeringError(error.sentence, { ...error.facts, kind: "wrongState" });
    }
  }

  /** The mark is part of the description, so either brings the other along. */
  async update({ difference: change, seed, ...ref }: UpdateRequest, context: Context): Promise<void> {
    const { name, ...rest } = change.set;
    let { description } = rest;
    assertChangeable({ ...rest, ...change.setTags });
    if (change.owner !== undefined) description ??= (await this.get(ref, context))?.description ?? "";
    const marked = description === undefined ? undefined : markedDescription(description, seed.marker);
    assertFits(marked ?? "");
    const peering = defined({ name, description: marked });
    if (Object.keys(peering).length === 0) return;
    await this.client.ask("UpdateVpcPeering", { ...inPath(ref), body: { peering } }, context, nothing);
  }

  async delete(ref: DeleteRequest, context: Context): Promise<void> {
    await this.client.ask("DeleteVpcPeering", inPath(ref), context, nothing);
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
