/**
 * Writes schema.json, by which the engine and the SDKs of other languages know the plugin, from the types and doc
 * comments of the components and from src/model/clouds.
 *
 *   npm run schema             writes it
 *   npm run schema -- --check  fails if it is not what would be written
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./root.mjs";
import { declarationIn, docOf } from "./declarations.mjs";
import { merged, Types } from "./schema/types.mjs";

/** @typedef {import("./schema/types.mjs").Members} Members */
/** @typedef {import("./schema/types.mjs").Spec} Spec */

const require = createRequire(import.meta.url);
/** @type {typeof import("../dist/src/model/clouds/index.js")} */
const { CLOUDS, factsOf } = require(join(root, "dist/src/model/clouds/index.js"));
/** @type {typeof import("../dist/src/model/status.js")} */
const { PEERING_STATUSES } = require(join(root, "dist/src/model/status.js"));

const FILE = join(root, "schema.json");
const { version, description, license, keywords } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);

const types = new Types();
const cloud = types.words("Cloud", CLOUDS, "A cloud.");
const status = types.words(
  "Status",
  PEERING_STATUSES,
  "How a connection is. `pending` waits for the accepter's account; `active` carries traffic; `rejected`, `expired`, `deleted` and `failed` never do again.",
);

const CLOUD = { ...cloud, description: "The cloud of both VPCs. A change replaces the connection." };

/** `Alicloud`: how the types of a cloud begin. @param {string} name */
const typeName = (name) => name.charAt(0).toUpperCase() + name.slice(1);

/** What can be said on any of the clouds; what one of them lacks, a preview refuses. @type {Members} */
const peering = (() => {
  const perCloud = CLOUDS.map((name) => ({
    title: factsOf(name).title,
    ...types.membersOf(`src/program/clouds/${name}.ts`, `${typeName(name)}PeeringArgs`, {
      without: ["cloud", "requester", "accepter"],
    }),
  }));
  const names = [...new Set(perCloud.flatMap(({ properties }) => Object.keys(properties)))];
  /** @type {Record<string, Spec>} */
  const properties = {};
  for (const name of names) {
    const having = perCloud.filter(({ properties: own }) => name in own);
    const said = [...new Set(having.map(({ properties: own }) => own[name]?.["description"]))];
    const texts = having.map(({ title, properties: own }) => `${title}: ${own[name]?.["description"]}`);
    const isEverywhere = having.length === CLOUDS.length && said.length === 1;
    properties[name] = {
      ...having[0]?.properties[name],
      description: isEverywhere ? said[0] : texts.join(" "),
    };
  }
  return { properties, required: [] };
})();

const accepterOwner = {
  accountId: {
    type: "string",
    description:
      "The account that owns the VPC, on Alibaba Cloud and Tencent Cloud. Default: the account of `provider`, else the requester's own. A change replaces the connection.",
  },
  projectId: {
    type: "string",
    description:
      "The project that owns the VPC, on Huawei Cloud. Default: the project of `provider`, else the requester's own. A change replaces the connection.",
  },
};

const requesterMembers = types.membersOf("src/program/args.ts", "RequesterArgs");
const accepterMembers = merged([requesterMembers, { properties: accepterOwner, required: [] }]);
const requester = {
  ...types.object("Requester", requesterMembers, "The end that asks for the connection."),
  description: "The VPC that asks for the connection.",
};
const accepter = {
  ...types.object("Accepter", accepterMembers, "The end that is asked."),
  description: "The VPC that is asked.",
};

const { properties } = peering;
const { routes: _routes, ...ofConnection } = properties;

const spoke = types.object(
  "Spoke",
  merged([
    accepterMembers,
    { properties, required: [] },
    { properties: { routes: accepterMembers.properties["routes"] ?? {} }, required: [] },
  ]),
  "A spoke: what an accepter's side is made of, and any property of a peering, which goes before what is said of all.",
);

const SIDE = {
  vpcId: { type: "string", description: "The VPC's id. A change replaces the connection." },
  region: { type: "string", description: "The VPC's region. A change replaces the connection." },
  ...accepterOwner,
};
const side = types.object(
  "Side",
  { properties: SIDE, required: ["vpcId", "region"] },
  "One end of a connection.",
);
const partOfSide = types.object(
  "KnownSide",
  { properties: SIDE, required: [] },
  "One end, as far as it is known.",
);

/** @param {string} file @param {string} name @param {Members} inputs */
function component(file, name, inputs) {
  const declaration = declarationIn(file, name);
  const shown = types.membersIn(declaration, name);
  return {
    isComponent: true,
    description: docOf(declaration),
    inputProperties: inputs.properties,
    requiredInputs: inputs.required,
    properties: shown.properties,
    required: shown.required,
    plainInputs: undefined,
  };
}

/** @param {string} text @param {Members} inputs @param {Members} outputs */
const resource = (text, inputs, outputs) => ({
  description: text,
  inputProperties: inputs.properties,
  requiredInputs: inputs.required,
  properties: { ...inputs.properties, ...outputs.properties },
  required: [...inputs.required, ...outputs.required],
});

const acceptance = types.membersOf("src/program/accepterArgs.ts", "VpcPeeringAccepterArgs", {
  without: ["requester"],
});
acceptance.properties["cloud"] = CLOUD;
acceptance.properties["requester"] = {
  ...types.object("Asker", { properties: { vpcId: SIDE.vpcId }, required: ["vpcId"] }, "Who asks."),
  description: "The VPC that asks.",
};
const { accepter: _own, ...ofAcceptance } = acceptance.properties;
const routesArgs = types.membersOf("src/program/routes.ts", "RoutesArgs");
const routes = { $ref: "#/types/vpc-peering:index:Route" };

const whose = {
  accountId: { type: "string", description: "The account, on Alibaba Cloud and Tencent Cloud." },
  projectId: { type: "string", description: "The project, on Huawei Cloud." },
  region: { type: "string", description: "The region." },
};
const asked = {
  cloud: { ...cloud, description: "The cloud." },
  where: { type: "string", description: "The region to ask in. Default: the provider instance's." },
};

/** The block of a cloud in a provider instance. @param {typeof CLOUDS[number]} name */
function block(name) {
  const { title, settings } = factsOf(name);
  const members = types.membersOf(`src/program/clouds/${name}.ts`, `${typeName(name)}ProviderArgs`, {
    whose: typeName(name),
  });
  for (const [setting, privacy] of Object.entries(settings)) {
    if (privacy !== "open") members.properties[setting] = { ...members.properties[setting], secret: true };
  }
  return {
    ...types.object(typeName(name), members, `Keys for ${title}.`),
    description: `Keys for ${title}.`,
  };
}

const blocks = {
  ...Object.fromEntries(CLOUDS.map((name) => [name, block(name)])),
  requestTimeoutMs: {
    type: "integer",
    description: "How long one attempt of a call may take, in milliseconds.",
  },
};

const schema = {
  name: "vpc-peering",
  displayName: "VPC Peering",
  version,
  description,
  keywords,
  license,
  publisher: "pulumi-vpc-peering",
  config: { variables: blocks },
  provider: {
    description:
      "A set of keys: a block for each cloud that it has keys for. Without keys in it, they come from the profile, the environment, or the files of the cloud's own tools.",
    inputProperties: blocks,
    properties: {},
  },
  resources: {
    "vpc-peering:index:VpcPeering": component("src/program/vpcPeering.ts", "VpcPeering", {
      properties: { cloud: CLOUD, requester, accepter, ...properties },
      required: ["cloud", "requester", "accepter"],
    }),
    "vpc-peering:index:VpcPeeringAccepter": component(
      "src/program/vpcPeeringAccepter.ts",
      "VpcPeeringAccepter",
      acceptance,
    ),
    "vpc-peering:index:VpcHub": component("src/program/vpcHub.ts", "VpcHub", {
      properties: {
        cloud: CLOUD,
        hub: { ...requester, description: "The VPC in the middle, which asks for every connection." },
        spokes: { type: "object", additionalProperties: spoke, description: "The spokes, by keys." },
        ...properties,
      },
      required: ["cloud", "hub", "spokes"],
    }),
    "vpc-peering:index:VpcMesh": component("src/program/vpcMesh.ts", "VpcMesh", {
      properties: {
        cloud: CLOUD,
        members: {
          type: "object",
          additionalProperties: { $ref: accepter.$ref },
          description: "The members, by keys.",
        },
        ...properties,
      },
      required: ["cloud", "members"],
    }),
    "vpc-peering:index:Connection": resource(
      "A connection by itself, managed with the requester's keys. Its id is the cloud's. Most programs declare a `VpcPeering` instead.",
      {
        properties: {
          cloud: CLOUD,
          requester: { ...side, description: requester.description },
          accepter: { ...side, description: accepter.description },
          ...ofConnection,
        },
        required: ["cloud", "requester", "accepter"],
      },
      {
        properties: {
          status: { ...status, description: "Its status when it was last looked at." },
          account: { type: "string", description: "The account or project of the requester's keys." },
        },
        required: ["status", "account"],
      },
    ),
    "vpc-peering:index:Acceptance": resource(
      "The accepter's yes, given with the accepter's keys. Its id is the connection's. Most programs declare a `VpcPeering` or a `VpcPeeringAccepter` instead.",
      {
        properties: { ...ofAcceptance, accepter: { ...partOfSide, description: "The VPC that is asked." } },
        required: ["cloud", "accepter"],
      },
      {
        properties: { status: { ...status, description: "Its status when it was last looked at." } },
        required: ["status"],
      },
    ),
    "vpc-peering:index:Routes": resource(
      "The routes of one end of a connection, written with that end's keys. Most programs say `routes` of a `VpcPeering` instead.",
      {
        properties: {
          cloud: CLOUD,
          connectionId: { type: "string", description: "The connection. A change replaces the routes." },
          end: {
            ...types.words("End", ["requester", "accepter"], "An end of a connection."),
            description: "Whose tables they are in.",
          },
          ...SIDE,
          peer: { ...partOfSide, description: "The VPC at the other end." },
          ...routesArgs.properties,
        },
        required: ["cloud", "connectionId", "end", "vpcId", "region", "tables", "destinations"],
      },
      {
        properties: {
          routes: { type: "array", items: routes, description: "The routes, and how they are." },
        },
        required: ["routes"],
      },
    ),
    "vpc-peering:index:Identity": resource(
      "Whose keys a provider instance has. It owns nothing in the cloud.",
      { properties: asked, required: ["cloud"] },
      { properties: whose, required: [] },
    ),
  },
  functions: {
    "vpc-peering:index:getIdentity": {
      description: "Answers whose keys a provider instance has, and its region.",
      inputs: { properties: asked, required: ["cloud"] },
      outputs: { properties: whose },
    },
  },
  language: {
    python: {
      packageName: "pulumi_vpc_peering",
      respectSchemaVersion: true,
      // Of a dictionary the SDK sends a provider's settings by the names that they have in Python.
      inputTypes: "classes",
      pyproject: { enabled: true },
      requires: { pulumi: ">=3.216.0,<4.0.0" },
    },
    go: {
      importBasePath: "pulumi-vpc-peering/sdk/go/vpcpeering",
      generateResourceContainerTypes: true,
      respectSchemaVersion: true,
    },
    csharp: { rootNamespace: "Pulumi", respectSchemaVersion: true },
    java: { basePackage: "com.pulumi" },
  },
};

const text = `${JSON.stringify({ ...schema, types: types.all }, undefined, 2)}\n`;
if (!process.argv.includes("--check")) {
  writeFileSync(FILE, text);
} else if (readFileSync(FILE, "utf8") !== text) {
  console.error("schema.json is not up to date: run npm run schema.");
  process.exitCode = 1;
}
