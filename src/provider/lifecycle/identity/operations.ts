import { accountKeyOf, accountOf } from "../../../model/account";
import { defined } from "../../../model/defined";
import { PeeringError } from "../../../model/errors";
import type { Caller, Resource } from "../resource";
import { STATE_VERSION } from "../stateVersion";
import { withStoredKeys } from "../steps/staleKeysHint";
import { missingRegion } from "./check";
import type { IdentityInputs } from "./inputs";
import type { IdentityOutputs } from "./state";

type Operations = Pick<Resource<IdentityInputs, IdentityOutputs>, "create" | "update" | "read" | "delete">;

/** The life of an identity. It owns nothing in the cloud. */
export const identityOperations: Operations = {
  async create(inputs, caller) {
    const outs = await askWhose(inputs, caller);
    return { id: accountOf(outs) ?? inputs.cloud, outs };
  },

  update: (_id, _olds, news, caller) => askWhose(news, caller),

  async read(_id, { cloud, where }, caller) {
    const asked = { cloud, ...defined({ where }) };
    return { props: await withStoredKeys("refresh", () => askWhose(asked, caller)) };
  },

  delete: () => Promise.resolve(),
};

async function askWhose(inputs: IdentityInputs, caller: Caller): Promise<IdentityOutputs> {
  const { cloud, where } = inputs;
  const work = await caller.session.begin({ cloud, operation: "read", region: where }, caller);
  const { account, region } = await work.cloud.whoAmI(defined({ region: where }), work.context);
  if (region === "" && where === undefined) {
    throw new PeeringError(missingRegion(inputs), { kind: "invalid" });
  }
  return {
    ...inputs,
    stateVersion: STATE_VERSION,
    [accountKeyOf(cloud)]: account,
    ...(region === "" ? {} : { region }),
  };
}
