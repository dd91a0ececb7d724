import type { Emulator } from "../../emulator";
import { startEmulator } from "../../emulator";
import { UNKNOWN } from "../../src/model/unknown";
import type { AcceptanceInputs } from "../../src/provider/lifecycle/acceptance/inputs";
import type { ConnectionInputs } from "../../src/provider/lifecycle/connection/inputs";
import { acceptance } from "../../src/provider/lifecycle/acceptance";
import { connection } from "../../src/provider/lifecycle/connection";
import type { Caller, Checked } from "../../src/provider/lifecycle/resource";
import { Session } from "../../src/provider/lifecycle/session";
import { SILENT } from "../../src/provider/lifecycle/work";
import { CLOUDS } from "./clouds";

type Values = Record<string, unknown>;

let emulator: Emulator;
const opened: Emulator[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

describe.each(CLOUDS)("on $cloud, a preflight", (under) => {
  const { lacks = [] } = under;
  const { cloud, accountKey, accounts, vpcs } = under;
  const owner = { urn: "urn:pulumi:dev::story::vpc-peering:index:VpcPeering::hub" };

  beforeEach(async () => {
    emulator = await startEmulator({ world: under.world });
    opened.push(emulator);
  });

  function callerOf(who: "a" | "b"): Caller {
    const settings: Values = { [`${cloud}:endpoint`]: emulator.url };
    for (const [name, value] of Object.entries((under.contractSettings ?? under.settings)[who]))
      settings[`${cloud}:${name}`] = value;
    return { session: new Session((key) => settings[key]), row: SILENT, owner, timeouts: {} };
  }

  const base: Values = {
    cloud,
    preflight: true,
    name: "story",
    requester: { ...vpcs.hub, [accountKey]: accounts.a },
    accepter: { ...vpcs.partner, [accountKey]: accounts.b },
  };
  const within: Values = { ...base, accepter: vpcs.app, __isOwn: true };

  /** The same inputs with these parts, such as `accepter.region`, not known yet. */
  function without(inputs: Values, parts: readonly string[]): Values {
    const copy = structuredClone(inputs);
    for (const part of parts) {
      const [name = "", member] = part.split(".");
      if (member === undefined) copy[name] = UNKNOWN;
      else (copy[name] as Values)[member] = UNKNOWN;
    }
    return copy;
  }

  async function asked(): Promise<string> {
    return await (await fetch(`${emulator.url}/_emulator/requests`)).text();
  }

  const sides = (side: string): string[][] =>
    ["", ".vpcId", ".region", `.${accountKey}`].map((member) => [`${side}${member}`]);
  const PARTS: string[][] = [
    ...sides("requester"),
    ...sides("accepter"),
    ["requester", "accepter"],
    ["requester.vpcId", "accepter.vpcId"],
    ["requester.region", "accepter.region"],
    [`requester.${accountKey}`, `accepter.${accountKey}`],
    ["adopt"],
    ["name"],
  ];

  const check = (inputs: Values): Promise<Checked<object>> =>
    connection.check(inputs as unknown as ConnectionInputs, callerOf("a"));
  const checkAccepter = (inputs: Values): Promise<Checked<object>> =>
    acceptance.check(inputs as unknown as AcceptanceInputs, callerOf("b"));

  test.each(PARTS.map((parts) => [parts.join(" and "), parts] as const))(
    "lets pass %s where it is not known yet, says what was not checked, and asks the cloud about nothing unknown",
    async (_, parts) => {
      for (const inputs of [base, within]) {
        const { complaints, warnings, notes = [] } = await check(without(inputs, parts));
        expect({ complaints, warnings }).toEqual({ complaints: [], warnings: [] });
        // In `within`, the accepter's account is the requester's own, which is asked of the cloud.
        const isMissed = inputs === base || !parts.every((part) => part === `accepter.${accountKey}`);
        if (isMissed) expect(notes.join(" ")).toContain("Not checked by preflight: ");
        expect(notes.join(" ")).not.toContain(UNKNOWN);
      }
      expect(await asked()).not.toContain(UNKNOWN);
    },
  );

  const accepted: Values = {
    cloud,
    preflight: true,
    connectionId: UNKNOWN,
    requester: { vpcId: vpcs.hub.vpcId },
    accepter: { ...vpcs.partner, [accountKey]: accounts.b },
    __blocks: ["192.168.255.0/24"],
  };

  // A cloud without acceptances has nothing more to look at.
  if (lacks.includes("accept")) return;

  test.each([
    ["the accepter", ["accepter"], "the accepter's side (its region is not known yet)"],
    ["the accepter's VPC", ["accepter.vpcId"], "the accepter's VPC (it is not known yet)"],
    ["the accepter's region", ["accepter.region"], "the accepter's side (its region is not known yet)"],
    ["the requester's addresses", ["__blocks"], "overlapping addresses (the requester's are not known yet)"],
    ["the requester", ["requester"], undefined],
    [
      "the accepter's account",
      [`accepter.${accountKey}`],
      "whose the keys are (the account named here is not known yet)",
    ],
  ] as const)("lets pass %s on the accepter's row as well", async (_, parts, unchecked) => {
    const { complaints, warnings, notes = [] } = await checkAccepter(without(accepted, parts));
    expect({ complaints, warnings }).toEqual({ complaints: [], warnings: [] });
    if (unchecked === undefined)
      expect(notes.join(" ")).toContain("nothing wrong with the accepter's keys, the accepter's VPC");
    else expect(notes.join(" ")).toContain(unchecked);
    expect(await asked()).not.toContain(UNKNOWN);
  });

  test("still checks what is known: the VPC of an accepter whose account is not", async () => {
    const typo = `${vpcs.partner.vpcId.slice(0, -2)}99`;
    const unknown = without(accepted, [`accepter.${accountKey}`]);
    const accepter = { ...(unknown["accepter"] as Values), vpcId: typo };
    const { complaints } = await checkAccepter({ ...unknown, accepter });
    expect(complaints.join(" ")).toMatch(new RegExp(`accepter.vpcId is "${typo}": account .* no such VPC`));
  });

  test("still checks what is known: a requester whose account is not, and whose accepter is not known at all", async () => {
    const typo = `${vpcs.hub.vpcId.slice(0, -2)}99`;
    const unknown = without(base, [`requester.${accountKey}`, "accepter"]);
    const requester = { ...(unknown["requester"] as Values), vpcId: typo };
    const { complaints } = await check({ ...unknown, requester });
    expect(complaints.join(" ")).toMatch(new RegExp(`requester.vpcId is "${typo}": account .* no such VPC`));
  });
});
