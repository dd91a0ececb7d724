import type { Preview } from "../../../../src/cli/preview/steps";
import { readPreview } from "../../../../src/cli/preview/steps";

/** A connection of a preview; from `vpc-a` in Hangzhou, unless its inputs say otherwise. */
export interface Peering {
  name: string;
  op?: string;
  vpc?: string;
  more?: Record<string, unknown>;
  old?: Record<string, unknown>;
  routes?: EndRoutes[];
  /** The component of which it is a part: `VpcHub::net`. */
  under?: string;
}

/** What becomes of the routes of one end. */
export interface EndRoutes {
  end: "requester" | "accepter";
  op: string;
  /** Where they are wanted now. */
  tables?: unknown;
  destinations?: unknown;
  /** Where they were wanted before; default: as now. */
  oldTables?: unknown;
  /** Those there were, as table and destination. */
  before?: [table: string, destination: string, status?: string][];
}

/** The same preview of a program whose resources are the plugin's. */
export function ofPlugin(preview: Preview): Preview {
  const text = JSON.stringify(preview).replaceAll("pulumi-nodejs:dynamic/vpcPeering:", "vpc-peering:index:");
  return JSON.parse(text) as Preview;
}

/** A preview as the engine writes it, with a connection for each of these. */
export function previewOf(peerings: Peering[], diagnostics: object[] = []): Preview {
  const steps = peerings.flatMap(
    ({ name, op = "create", vpc = "vpc-b", more = {}, old, routes = [], under }) => {
      const above = under === undefined ? undefined : `vpc-peering:index:${under}`;
      const types = `${above === undefined ? "" : `${above.split("::")[0] ?? ""}$`}vpc-peering:index:VpcPeering`;
      const component = `urn:pulumi:dev::net::${types}::${name}`;
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
      const connection = {
        op,
        urn: component.replace("VpcPeering::", "VpcPeering$pulumi-nodejs:dynamic/vpcPeering:Connection::"),
        newState: op === "delete" ? undefined : state(more),
        oldState: op === "create" ? undefined : state(old ?? {}),
      };
      const parent = above === undefined ? undefined : `urn:pulumi:dev::net::${above}`;
      const shown = { type: "vpc-peering:index:VpcPeering", parent };
      const peering = { op: "same", urn: component, newState: shown, oldState: shown };
      return [
        ...(parent === undefined ? [] : [peering]),
        connection,
        ...routes.map((one) => stepOf(one, { component, vpc })),
      ];
    },
  );
  return readPreview(JSON.stringify({ steps, diagnostics, changeSummary: {} }));
}

/** The step of the routes of one end. */
function stepOf(
  { end, op, tables = "all", destinations, oldTables = tables, before = [] }: EndRoutes,
  { component, vpc }: { component: string; vpc: string },
): object {
  const state = (more: object, outputs?: object): object => ({
    type: "pulumi-nodejs:dynamic/vpcPeering:Routes",
    parent: component,
    inputs: {
      cloud: "alicloud",
      end,
      vpcId: end === "requester" ? "vpc-a" : vpc,
      peer: { vpcId: end === "requester" ? vpc : "vpc-a" },
      ...more,
    },
    outputs,
  });
  const routes = before.map(([table, destination, status = "present"]) => ({ table, destination, status }));
  const urn = `${component.replace("VpcPeering::", "VpcPeering$pulumi-nodejs:dynamic/vpcPeering:Routes::")}-${end}`;
  return {
    op,
    urn,
    newState: op === "delete" ? undefined : state({ tables, destinations }),
    oldState: op === "create" ? undefined : state({ tables: oldTables }, { routes }),
  };
}
