import type { Preview } from "../../../../src/cli/preview/steps";
import { readPreview } from "../../../../src/cli/preview/steps";

/** A connection of a preview; from `vpc-a` in Hangzhou, unless its inputs say otherwise. */
export interface Peering {
  name: string;
  op?: string;
  vpc?: string;
  more?: Record<string, unknown>;
  old?: Record<string, unknown>;
}

/** A preview as the engine writes it, with a connection for each of these. */
export function previewOf(peerings: Peering[], diagnostics: object[] = []): Preview {
  const steps = peerings.map(({ name, op = "create", vpc = "vpc-b", more = {}, old }) => {
    const component = `urn:pulumi:dev::net::vpc-peering:index:VpcPeering::${name}`;
    const state = (extra: object): object => ({
      type: "pulumi-nodejs:dynamic/vpcPeering:Connection",
      parent: component,
      inputs: {
        cloud: "alicloud",
        requester: { vpcId: "vpc-a", region: "cn-hangzhou" },
        accepter: { vpcId: vpc, region: "cn-beijing" },
        ...extra,
      },
    });
    return {
      op,
      urn: component.replace("VpcPeering::", "VpcPeering$pulumi-nodejs:dynamic/vpcPeering:Connection::"),
      newState: op === "delete" ? undefined : state(more),
      oldState: op === "create" ? undefined : state(old ?? {}),
    };
  });
  return readPreview(JSON.stringify({ steps, diagnostics, changeSummary: {} }));
}
