import type { Row } from "../clouds/cloud";
import { defined } from "../model/defined";
import { isPeeringError } from "../model/errors";
import type { PeeringStatus } from "../model/status";
import { diffAcceptance } from "./diff";
import type { Hooks } from "./hooks";
import { Unfinished } from "./hooks";
import type { Session, Work } from "./session";
import { changing, settled } from "./settle";
import type { CommonInputs, Observed, SideInputs } from "./state";
import { accountOf, assertReadable, ownerOf, STATE_VERSION } from "./state";

/** The inputs of `vpcPeering:Acceptance`. */
export interface AcceptanceInputs extends CommonInputs {
  connectionId: string;
  requester: Pick<SideInputs, "vpcId">;
  accepter: SideInputs;
}

/** The outputs of `vpcPeering:Acceptance`: no more of the inputs than the other hooks need. */
export type AcceptanceOutputs = Pick<AcceptanceInputs, "cloud" | "timeouts"> &
  Partial<Pick<Observed, "stateVersion" | "status">> & { region: string };

/** The lifecycle of an acceptance, by the accepter's keys. Its id is the connection's id. */
export const acceptanceHooks: Hooks<AcceptanceInputs, AcceptanceOutputs> = {
  check: (inputs) => Promise.resolve({ inputs, complaints: [] }),

  diff(id, olds, news) {
    assertReadable(olds);
    return diffAcceptance(id, olds, news);
  },

  async create(inputs, session, row) {
    return { id: inputs.connectionId, outs: await accepted(inputs, "create", session, row) };
  },

  async update(_id, olds, news, session, row) {
    assertReadable(olds);
    if (olds.status === "active") return outputsOf(news, olds.status);
    return await accepted(news, "update", session, row);
  },

  async read(id, props, session, row) {
    assertReadable(props);
    const { cloud, call } = await session.begin(props, "read", row);
    const seen = await cloud.get({ id, region: props.region }, call);
    if (seen === undefined || seen.status === "deleted") return undefined;
    return { props: { ...props, stateVersion: STATE_VERSION, status: seen.status } };
  },

  /** The connection's own resource deletes it; an acceptance cannot be taken back. */
  delete: () => Promise.resolve(),
};

async function accepted(
  inputs: AcceptanceInputs,
  operation: "create" | "update",
  session: Session,
  row: Row,
): Promise<AcceptanceOutputs> {
  const work = await session.begin(inputs, operation, row);
  const id = inputs.connectionId;
  try {
    await work.checkAccount(accountOf(inputs.accepter));
    await accept(inputs, work);
    const ref = { id, region: inputs.accepter.region };
    const { status } = await settled(ref, (seen) => seen.status === "active", work);
    return outputsOf(inputs, status);
  } catch (error) {
    const cause = isPeeringError(error) ? error.within(`Cannot accept connection ${id}`) : error;
    if (operation === "create") throw cause;
    throw new Unfinished(id, outputsOf(inputs, "pending"), cause);
  }
}

function outputsOf(
  { cloud, accepter, timeouts }: AcceptanceInputs,
  status: PeeringStatus,
): AcceptanceOutputs {
  return { ...defined({ cloud, timeouts }), region: accepter.region, stateVersion: STATE_VERSION, status };
}

async function accept(inputs: AcceptanceInputs, work: Work): Promise<void> {
  const { connectionId: id, accepter, requester, __owner } = inputs;
  const ref = { id, region: accepter.region };
  const seed = { marker: __owner === undefined ? id : ownerOf(__owner).marker, attempt: 0 };
  await changing(
    {
      ref,
      sides: [requester, accepter],
      make: () => work.cloud.accept(ref, seed, work.call),
      done: (seen) => seen.status === "active" || seen.status === "updating",
    },
    work,
  );
}
