import type { Row } from "../clouds/cloud";
import { PeeringError } from "../model/errors";
import type { Hooks } from "./hooks";
import type { Session } from "./session";
import type { CommonInputs } from "./state";
import { STATE_VERSION } from "./state";

/** The inputs of `vpcPeering:Identity`. */
export type IdentityInputs = CommonInputs;

/** The outputs of `vpcPeering:Identity`: whose keys a provider instance has, and its region. */
export interface IdentityOutputs extends IdentityInputs {
  stateVersion: typeof STATE_VERSION;
  accountId?: string;
  projectId?: string;
  region: string;
}

/** Answers, in the process that has the keys, what a program does not name. It owns nothing in the cloud. */
export const identityHooks: Hooks<IdentityInputs, IdentityOutputs> = {
  async check(inputs, session) {
    const { module } = await session.open(inputs.cloud);
    const region = await module.region(session.settings);
    return { inputs, complaints: region === undefined ? [missingRegion(inputs.cloud)] : [] };
  },

  diff: () => ({ changes: false }),

  async create(inputs, session, row) {
    const outs = await lookUp(inputs, session, row);
    return { id: outs.accountId ?? outs.projectId ?? inputs.cloud, outs };
  },

  async update(_id, _olds, news, session, row) {
    return await lookUp(news, session, row);
  },

  async read(_id, props, session, row) {
    return { props: await lookUp({ cloud: props.cloud }, session, row) };
  },

  delete: () => Promise.resolve(),
};

async function lookUp(inputs: IdentityInputs, session: Session, row: Row): Promise<IdentityOutputs> {
  const { cloud, module, call } = await session.begin(inputs, "read", row);
  const { account, region } = await cloud.whoAmI(call);
  if (region === "") throw new PeeringError(missingRegion(inputs.cloud), { kind: "invalid" });
  return { ...inputs, stateVersion: STATE_VERSION, [module.accountKey]: account, region };
}

function missingRegion(cloud: string): string {
  return `No region: name one in \`requester.region\` and \`accepter.region\`, in the provider instance, or with \`pulumi config set ${cloud}:region …\`.`;
}
