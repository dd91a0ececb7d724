import type { ResourceProviderClient as Client } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { ProviderMessages, StructMessage } from "../../src/plugin/protocol";
import { messages } from "../../src/plugin/protocol";
import { toStruct } from "../../src/plugin/struct";
import { vpcIdOf } from "../../tools/clouds/world.cjs";
import type { TestCloud } from "../clouds/index.cjs";
import { answer } from "../support/pluginProcess";

type Inputs = Record<string, unknown>;

/** A resource as the engine has it: what was declared last, and what came of it. */
interface Made {
  id: string;
  inputs: StructMessage | undefined;
  outs: StructMessage | undefined;
}

/** One resource of a stack, for which the engine's calls are made in the engine's order. */
class Resource {
  private made: Made | undefined;

  constructor(
    private readonly client: Client,
    private readonly urn: string,
  ) {}

  get id(): string {
    return this.stored().id;
  }

  /** What `up` does: it is made, changed in place, or left as it is. */
  async up(declared: Inputs): Promise<void> {
    const { client, urn, made } = this;
    const check = new messages.CheckRequest().setUrn(urn).setNews(toStruct(declared));
    if (made !== undefined) check.setOlds(made.inputs);
    const checked = await answer<ProviderMessages.CheckResponse>((done) => client.check(check, done));
    const [failure] = checked.getFailuresList();
    if (failure !== undefined) throw new Error(failure.getReason());
    const inputs = checked.getInputs();
    if (made === undefined) {
      const create = new messages.CreateRequest().setUrn(urn).setProperties(inputs);
      const created = await answer<ProviderMessages.CreateResponse>((done) => client.create(create, done));
      this.made = { id: created.getId(), inputs, outs: created.getProperties() };
      return;
    }
    const { id, outs } = made;
    const diff = new messages.DiffRequest().setId(id).setUrn(urn).setOlds(outs).setNews(inputs);
    diff.setOldInputs(made.inputs);
    const compared = await answer<ProviderMessages.DiffResponse>((done) => client.diff(diff, done));
    if (compared.getReplacesList().length > 0) throw new Error(`${urn} would be replaced`);
    if (compared.getChanges() !== messages.DiffResponse.DiffChanges.DIFF_SOME) return;
    const update = new messages.UpdateRequest().setId(id).setUrn(urn).setOlds(outs).setNews(inputs);
    const updated = await answer<ProviderMessages.UpdateResponse>((done) => client.update(update, done));
    this.made = { id, inputs, outs: updated.getProperties() };
  }

  async refresh(): Promise<void> {
    const { id, inputs, outs } = this.stored();
    const read = new messages.ReadRequest().setId(id).setUrn(this.urn).setInputs(inputs).setProperties(outs);
    const now = await answer<ProviderMessages.ReadResponse>((done) => this.client.read(read, done));
    if (now.getId() !== id) throw new Error(`${this.urn} is gone`);
    this.made = { id, inputs: now.getInputs() ?? inputs, outs: now.getProperties() };
  }

  async destroy(): Promise<void> {
    const { id, outs } = this.stored();
    const request = new messages.DeleteRequest().setId(id).setUrn(this.urn).setProperties(outs);
    await answer((done) => this.client.delete(request, done));
    this.made = undefined;
  }

  private stored(): Made {
    if (this.made === undefined) throw new Error(`${this.urn} is not there`);
    return this.made;
  }
}

/** A connection of the hub with one spoke, and the spoke's routes through it. */
export class Connection {
  private readonly connection: Resource;
  private readonly routes: Resource;
  private text = "first";
  private destination = "10.0.0.0/24";

  constructor(
    client: Client,
    private readonly under: TestCloud,
    private readonly spoke: number,
  ) {
    const urn = (kind: string): string => `urn:pulumi:dev::soak::vpc-peering:index:${kind}::spoke-${spoke}`;
    this.connection = new Resource(client, urn("Connection"));
    this.routes = new Resource(client, urn("Routes"));
  }

  /** Change number so many of all: in turn another text, other routes, and another life; each after a refresh. */
  async change(n: number): Promise<void> {
    await this.connection.refresh();
    await this.routes.refresh();
    const kinds = [
      () => this.rename(`at ${n}`),
      () => this.reroute(),
      async () => {
        await this.destroy();
        await this.make();
      },
    ];
    await kinds[n % kinds.length]?.();
  }

  async make(): Promise<void> {
    await this.rename(this.text);
    await this.upRoutes();
  }

  async destroy(): Promise<void> {
    await this.routes.destroy();
    await this.connection.destroy();
  }

  private async rename(text: string): Promise<void> {
    const { cloud, accountKey, accounts } = this.under;
    this.text = text;
    await this.connection.up({
      cloud,
      name: `spoke-${this.spoke}`,
      requester: this.vpc(0),
      accepter: { ...this.vpc(this.spoke), [accountKey]: accounts.a },
      [this.under.text]: text,
    });
  }

  private async reroute(): Promise<void> {
    this.destination = this.destination === "10.0.0.0/24" ? "10.0.0.0/25" : "10.0.0.0/24";
    await this.upRoutes();
  }

  private async upRoutes(): Promise<void> {
    await this.routes.up({
      cloud: this.under.cloud,
      connectionId: this.connection.id,
      end: "accepter",
      ...this.vpc(this.spoke),
      peer: this.vpc(0),
      tables: "all",
      destinations: [this.destination],
    });
  }

  private vpc(n: number): { vpcId: string; region: string } {
    return { vpcId: vpcIdOf(this.under, n), region: this.under.vpcs.hub.region };
  }
}
