import type { OwnerInputs } from "../../model/owner";
import type { Row } from "../clouds/cloud";
import type { Findings } from "./preflight/report";
import type { Session } from "./session";
import type { Shape } from "./shape";
import type { Timeouts } from "./timeouts";

/** On whose behalf something is done with a resource. */
export interface Caller {
  /** The keys, clouds and locks of this process. */
  session: Session;
  /** The resource's own row in what the engine shows. */
  row: Row;
  /** Who declares the resource; nothing where a state does not say it. */
  owner: OwnerInputs | undefined;
  timeouts: Timeouts;
}

/**
 * One kind of resource, free of the ways in which an engine calls: plain values in, plain values out, failures as
 * exceptions. The engine's doors (`src/provider/engine/dynamicProvider.ts`,
 * `src/plugin/resourceDoor.ts`) hand their calls to the same resources.
 */
export interface Resource<Inputs extends object, Outputs extends object> {
  /** What its values are like. Whatever else is handed in is refused before any of the following but `check` sees it. */
  readonly shapes: { readonly inputs: Shape; readonly outputs: Shape };
  /**
   * The inputs with defaults filled in, and what is to be said of them. `olds` are those of the last run. The cloud is
   * called for a preflight, and by routes that cannot tell without a call whether their keys own the other VPC, too.
   */
  check(inputs: Inputs, caller: Caller, olds?: Inputs): Promise<Checked<Inputs>>;
  /** Compares without a call. `owner` is who declares it now. */
  diff(id: string, olds: Outputs, news: Inputs, owner?: OwnerInputs): DiffAnswer;
  create(inputs: Inputs, caller: Caller): Promise<{ id: string; outs: Outputs }>;
  /** Makes it so, whatever an earlier run left undone. */
  update(id: string, olds: Outputs, news: Inputs, caller: Caller): Promise<Outputs>;
  /** How it is now, with the inputs that would describe it if they can drift; nothing if it is gone. */
  read(id: string, props: Outputs, caller: Caller): Promise<{ props: Outputs; inputs?: Inputs } | undefined>;
  delete(id: string, props: Outputs, caller: Caller): Promise<void>;
  /**
   * What exists and no state has yet, as `pulumi import` asks for it by a text: its id, its outputs, and what a program
   * would say that changes nothing of it. Absent where there is nothing to take over.
   */
  found?(text: string, caller: Caller): Promise<Found<Inputs, Outputs>>;
}

/** Something that exists, as a state and a program have it. */
export interface Found<Inputs, Outputs> {
  id: string;
  props: Outputs;
  inputs: Inputs;
}

/** Inputs as they were checked. */
export interface Checked<Inputs> extends Partial<Findings> {
  inputs: Inputs;
  complaints: string[];
}

/** What the engine is told. Without `changes` it compares the inputs itself, and shows each difference. */
export interface DiffAnswer {
  changes?: boolean;
  replaces?: string[];
  deleteBeforeReplace?: boolean;
  /** What the differences alone do not tell; shown on the resource's row. */
  warning?: string;
  /** The same, where it is nothing to worry about. */
  note?: string;
}

/** Something went wrong after the resource existed: the engine has to keep its id and what is known of it. */
export class Unfinished extends Error {
  constructor(
    readonly id: string,
    readonly properties: object,
    override readonly cause: unknown,
  ) {
    super("unfinished");
  }
}
