import type { CloudFacts } from "../../tools/clouds/index.cjs";
import { clouds } from "../../tools/clouds/index.cjs";
import type { Config } from "./support";
import { live, openExample } from "./support";

/** An example whose program makes one connection, on the emulator with its two accounts. */
interface Declared {
  folder: string;
  what: string;
  facts: CloudFacts;
  /** The config that makes the program run on the emulator at this address. */
  config: (endpoint: string) => Config;
  /** How the cloud shows what was made. */
  made: object;
  /** What the program exports besides the connection's id and status. */
  outputs?: object;
  /** The VPCs whose packets find their way, if the program has routes. */
  reach?: readonly [from: string, to: string];
  /** A property that is changed in place by the config of that name. */
  change?: { bandwidth: number };
}

const { alicloud, huaweicloud, tencentcloud } = clouds;

/** The first account's settings, where a program takes them from the stack's config. */
const stackSettings = ({ cloud, settings }: CloudFacts, endpoint: string): Config =>
  Object.fromEntries(
    Object.entries({ ...settings.a, endpoint }).map(([name, value]) => [`${cloud}:${name}`, value]),
  );

const EXAMPLES: readonly Declared[] = [
  {
    folder: "same-account",
    what: "two VPCs of one account in one region",
    facts: alicloud,
    config: (endpoint) => ({
      ...stackSettings(alicloud, endpoint),
      hubVpc: alicloud.vpcs.hub.vpcId,
      appVpc: alicloud.vpcs.app.vpcId,
    }),
    made: {
      name: "hub-app",
      description: "Hub to app",
      bandwidth: -1,
      tags: expect.objectContaining({ team: "network" }) as object,
    },
  },
  {
    folder: "cross-account",
    what: "requested with one account's keys, accepted with the other's",
    facts: alicloud,
    config: (endpoint) => ({
      endpoint,
      ...stackSettings(alicloud, endpoint),
      hubVpc: alicloud.vpcs.hub.vpcId,
      partnerVpc: alicloud.vpcs.partner.vpcId,
      partnerRegion: alicloud.vpcs.partner.region,
      partnerAccount: alicloud.accounts.b,
      partnerAccessKey: alicloud.settings.b["accessKey"],
      partnerSecretKey: alicloud.settings.b["secretKey"],
    }),
    made: { name: "hub-partner", accepter: { account: alicloud.accounts.b } },
    outputs: { accepter: { ...alicloud.vpcs.partner, accountId: alicloud.accounts.b } },
  },
  {
    folder: "with-routes",
    what: "the routes of either account's VPC, by its own keys",
    facts: alicloud,
    config: (endpoint) => ({
      endpoint,
      hubRegion: alicloud.vpcs.hub.region,
      hubVpc: alicloud.vpcs.hub.vpcId,
      hubAccessKey: alicloud.settings.a["accessKey"],
      hubSecretKey: alicloud.settings.a["secretKey"],
      partnerRegion: alicloud.vpcs.afar.region,
      partnerVpc: alicloud.vpcs.afar.vpcId,
      partnerAccessKey: alicloud.settings.b["accessKey"],
      partnerSecretKey: alicloud.settings.b["secretKey"],
    }),
    made: { name: "hub-partner", accepter: { account: alicloud.accounts.b } },
    outputs: {
      routes: {
        requester: [{ table: "vtb-bp1hub01", destination: "10.9.0.0/16", status: "present" }],
        accepter: [{ table: "vtb-2zepartner02", destination: "10.0.0.0/16", status: "present" }],
      },
    },
    reach: [alicloud.vpcs.hub.vpcId, alicloud.vpcs.afar.vpcId],
  },
  {
    folder: "inter-region",
    what: "a bandwidth and a link type, changed in place",
    facts: alicloud,
    config: (endpoint) => ({
      ...stackSettings(alicloud, endpoint),
      appVpc: alicloud.vpcs.app.vpcId,
      dataVpc: "vpc-2zedata01",
      dataRegion: "cn-beijing",
    }),
    made: { bandwidth: 100, accepter: { region: "cn-beijing" } },
    change: { bandwidth: 300 },
  },
  {
    folder: "huaweicloud",
    what: "requested with one account's keys, accepted with the other's",
    facts: huaweicloud,
    config: (endpoint) => ({
      endpoint,
      region: huaweicloud.vpcs.hub.region,
      hubVpc: huaweicloud.vpcs.hub.vpcId,
      hubAccessKey: huaweicloud.settings.a["accessKey"],
      hubSecretKey: huaweicloud.settings.a["secretKey"],
      spokeVpc: huaweicloud.vpcs.partner.vpcId,
      spokeProject: huaweicloud.accounts.b,
      spokeAccessKey: huaweicloud.settings.b["accessKey"],
      spokeSecretKey: huaweicloud.settings.b["secretKey"],
    }),
    made: { name: "hub-spoke" },
    outputs: { accepter: { ...huaweicloud.vpcs.partner, projectId: huaweicloud.accounts.b } },
    reach: [huaweicloud.vpcs.hub.vpcId, huaweicloud.vpcs.partner.vpcId],
  },
  {
    folder: "tencentcloud",
    what: "two accounts and regions, and a bandwidth that is changed in place",
    facts: tencentcloud,
    config: (endpoint) => ({
      endpoint,
      hubRegion: tencentcloud.vpcs.hub.region,
      hubVpc: tencentcloud.vpcs.hub.vpcId,
      hubSecretId: tencentcloud.settings.a["secretId"],
      hubSecretKey: tencentcloud.settings.a["secretKey"],
      spokeRegion: tencentcloud.vpcs.afar.region,
      spokeVpc: tencentcloud.vpcs.afar.vpcId,
      spokeSecretId: tencentcloud.settings.b["secretId"],
      spokeSecretKey: tencentcloud.settings.b["secretKey"],
      bandwidth: "10",
    }),
    made: { name: "hub-spoke", bandwidth: 10 },
    outputs: { accepter: { ...tencentcloud.vpcs.afar, accountId: tencentcloud.accounts.b } },
    reach: [tencentcloud.vpcs.hub.vpcId, tencentcloud.vpcs.afar.vpcId],
    change: { bandwidth: 20 },
  },
];

test.each(EXAMPLES)(
  "$folder on $facts.cloud: $what",
  async ({ folder, config, made, outputs, reach, change }) => {
    const example = await openExample(folder, config);
    await live(example, async () => {
      const [row] = await example.peerings();
      expect(row).toMatchObject({ status: "active", ...made });
      expect(await example.outputs()).toEqual({ connectionId: row?.id, status: "active", ...outputs });
      if (reach !== undefined) expect(await example.reaches(...reach)).toBe(true);

      if (change === undefined) return;
      await example.config({ bandwidth: String(change.bandwidth) });
      await example.ok("up", "--yes", "--skip-preview");
      expect(await example.peerings()).toMatchObject([{ id: row?.id, status: "active", ...change }]);
    });
  },
);
