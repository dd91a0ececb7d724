import type { Action, ActionContext } from "../action";
import { ApiError } from "../errors";
import { usedBy } from "../rules/quotas";

interface Quota {
  readonly used: number;
  /** 0 is none. */
  readonly quota: number;
}

/** The quotas that there are here. How much of one that is counted by table or VPC is used, it does not tell. */
const kinds: Readonly<Record<string, (context: ActionContext) => Quota>> = {
  vpcPeer: (context) => ({
    used: usedBy(context, context.caller.projectId),
    quota: context.settings.quotas.perProject,
  }),
  vpcContainRoutetable: ({ settings }) => ({ used: 0, quota: settings.quotas.tablesPerVpc }),
  routetableContainRoutes: ({ settings }) => ({ used: 0, quota: settings.quotas.routesPerTable }),
};

/** Tells how much of a kind a project has and may have. */
export const listQuotas: Action = {
  limited: true,
  run(context) {
    const type = context.query.get("type") ?? "vpcPeer";
    const read = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
    if (read === undefined) throw new ApiError("service", 400, "VPC.1207", `Invalid quota type ${type}.`);
    const { used, quota } = read(context);
    // -1 is how the API says unlimited.
    const resource = { type, used, quota: quota === 0 ? -1 : quota, min: 0 };
    return { status: 200, body: { quotas: { resources: [resource] } } };
  },
};
