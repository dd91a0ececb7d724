import type { ActionContext } from "../action";
import { apiError } from "../errors";

const peeringIdForm = /^pcx-[a-z0-9]{8}$/;
const vpcIdForm = /^vpc-[a-z0-9]{8}$/;
const tableIdForm = /^rtb-[a-z0-9]{8}$/;
const routeIdForm = /^rti6?-[a-z0-9]{8}$/;

/** Refuses an id of a peering that is not of the service's making. */
export function checkPeeringId({ settings }: ActionContext, parameter: string, id: string): void {
  if (settings.strictIds && !peeringIdForm.test(id)) throw malformed(parameter, id);
}

/** Refuses an id of a VPC that is not of the service's making. */
export function checkVpcId({ settings }: ActionContext, parameter: string, id: string): void {
  if (settings.strictIds && !vpcIdForm.test(id)) throw malformed(parameter, id);
}

/** Refuses an id of a route table that is not of the service's making. Those that the world gives are. */
export function checkTableId({ core, settings }: ActionContext, parameter: string, id: string): void {
  if (!settings.strictIds || tableIdForm.test(id)) return;
  if (core.routes.findTable("tencentcloud", id) === undefined) throw malformed(parameter, id);
}

/** Refuses an id of a route that is not of the service's making. */
export function checkRouteId({ settings }: ActionContext, parameter: string, id: string): void {
  if (settings.strictIds && !routeIdForm.test(id)) throw malformed(parameter, id);
}

function malformed(parameter: string, id: string): Error {
  return apiError("InvalidParameterValue.Malformed", parameter, id);
}
