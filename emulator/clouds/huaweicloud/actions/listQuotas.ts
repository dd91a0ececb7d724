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

/** Tells how much of a kind, or of each, a project has and may have. */
export const listQuotas: Action = {
  limited: true,
  run(context) {
    const wanted = context.query.get("type") ?? "";
    const asked = Object.entries(kinds).filter(([type]) => wanted === "" || type === wanted);
    if (asked.length === 0) throw new ApiError("service", 400, "VPC.1207", `Invalid quota type ${wanted}.`);
    const resources = asked.map(([type, read]) => {
      const { used, quota } = read(context);
      // -1 is how the API says unlimited.
      return { type, used, quota: quota === 0 ? -1 : quota, min: 0 };
    });
    return { status: 200, body: { quotas: { resources } } };
  },
};
