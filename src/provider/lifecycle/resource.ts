import type { Row } from "../clouds/cloud";
import type { DiffAnswer } from "./connection/diff";
import type { Findings } from "./preflight/report";
import type { Session } from "./session";
import type { CommonInputs } from "./connection/state";

/**
 * The lifecycle of one kind of resource, free of the engine's ways: plain values in, plain values out,
 * failures as exceptions. `diff` never calls the cloud, and `check` only for a preflight.
 */
export interface Hooks<Inputs extends CommonInputs, Outputs extends CommonInputs> {
  /** The inputs with defaults filled in, and what is to be said of them. `olds` are those of the last run. */
  check(inputs: Inputs, session: Session, olds?: Inputs): Promise<Checked<Inputs>>;
  diff(id: string, olds: Outputs, news: Inputs): DiffAnswer;
  create(inputs: Inputs, session: Session, row: Row): Promise<{ id: string; outs: Outputs }>;
  /** Makes it so, whatever an earlier run left undone. */
  update(id: string, olds: Outputs, news: Inputs, session: Session, row: Row): Promise<Outputs>;
  /** How it is now, with the inputs that would describe it if they can drift; nothing if it is gone. */
  read(
    id: string,
    props: Outputs,
    session: Session,
    row: Row,
  ): Promise<{ props: Outputs; inputs?: Inputs } | undefined>;
  delete(id: string, props: Outputs, session: Session, row: Row): Promise<void>;
}

/** Inputs as they were checked. */
export interface Checked<Inputs> extends Partial<Findings> {
  inputs: Inputs;
  complaints: string[];
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
