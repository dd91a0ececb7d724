import type { Row } from "../../clouds/cloud";
import { defined } from "../../../model/defined";
import { PeeringError } from "../../../model/errors";
import { accountKeyOf } from "../../../model/account";
import type { Hooks } from "../resource";
import type { Session } from "../session";
import type { CommonInputs } from "../connection/state";
import { STATE_VERSION } from "../connection/state";

/** The inputs of `vpcPeering:Identity`. */
export interface IdentityInputs extends CommonInputs {
  /** Where the VPC is whose account is asked for, if the program says so; projects belong to regions. */
  where?: string;
}

/** The outputs of `vpcPeering:Identity`: whose keys a provider instance has, and its region. */
export interface IdentityOutputs extends IdentityInputs {
  stateVersion: typeof STATE_VERSION;
  accountId?: string;
  projectId?: string;
  /** The region that the settings imply, if they do. */
  region?: string;
}

/** Answers, in the process that has the keys, what a program does not name. It owns nothing in the cloud. */
export const identityHooks: Hooks<IdentityInputs, IdentityOutputs> = {
  async check(inputs, session) {
    const { module } = await session.open(inputs.cloud);
    const region = inputs.where ?? (await module.region(session.settings));
    return { inputs, complaints: region === undefined ? [missingRegion(inputs.cloud)] : [] };
  },

  // An update would make the account unknown in previews, and so plan to replace what depends on it. Only
  // where accounts belong to regions can another region mean another account.
  diff: (_id, olds, news) =>
    news.cloud === "huaweicloud" && news.where !== olds.where ? { replaces: [] } : { changes: false },

  async create(inputs, session, row) {
    const outs = await lookUp(inputs, session, row);
    return { id: outs.accountId ?? outs.projectId ?? inputs.cloud, outs };
  },

  async update(_id, _olds, news, session, row) {
    return await lookUp(news, session, row);
  },

  async read(_id, props, session, row) {
    return { props: await lookUp({ cloud: props.cloud, ...defined({ where: props.where }) }, session, row) };
  },

  delete: () => Promise.resolve(),
};

async function lookUp(inputs: IdentityInputs, session: Session, row: Row): Promise<IdentityOutputs> {
  const { cloud, context } = await session.begin(inputs, "read", row);
  const { account, region } = await cloud.whoAmI(defined({ region: inputs.where }), context);
  if (region === "" && inputs.where === undefined)
    throw new PeeringError(missingRegion(inputs.cloud), { kind: "invalid" });
  return {
    ...inputs,
    stateVersion: STATE_VERSION,
    [accountKeyOf(inputs.cloud)]: account,
    ...(region === "" ? {} : { region }),
  };
}

function missingRegion(cloud: string): string {
  return `No region: name one in \`requester.region\` and \`accepter.region\`, in the provider instance, or with \`pulumi config set ${cloud}:region …\`.`;
}
