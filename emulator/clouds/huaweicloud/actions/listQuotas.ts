import type { Action } from "../action";
import { ApiError } from "../errors";
import { usedBy } from "../rules/quotas";

/** Tells how many peerings a project has and may have. Other quotas are not emulated. */
export const listQuotas: Action = {
  limited: true,
  run(context) {
    const type = context.query.get("type") ?? "vpcPeer";
    if (type !== "vpcPeer") throw new ApiError("service", 400, "VPC.1207", `Invalid quota type ${type}.`);
    const used = usedBy(context, context.caller.projectId);
    const quota = context.settings.quotas.perProject;
    // -1 is how the API says unlimited.
    const resource = { type, used, quota: quota === 0 ? -1 : quota, min: 0 };
    return { status: 200, body: { quotas: { resources: [resource] } } };
  },
};
