import * as pulumi from "@pulumi/pulumi";
import { OWN_SETTINGS, settingsOf } from "../../model/settings";
import { complaintAboutEndpoint } from "../../model/endpoint";
import { defined } from "../../model/defined";
import type { CloudName } from "../../model/clouds";
import { factsOf } from "../../model/clouds";
import { accountAsText, accountKeyOf } from "../../model/account";
import { shown } from "../../model/shown";
import { door } from "../resources/door";
import { isKnown } from "../resources/known";
import { sayable } from "../resources/sayable";
import { shortStack } from "../resources/sourcePosition";
import { changed, given } from "../given";
import { refusal } from "../refusal";

/**
 * A set of keys for one cloud. Every resource that is given it as `provider` is managed with these keys: it is a process of
 * its own.
 */
export abstract class CloudInstance extends pulumi.ProviderResource {
  /** The cloud these keys are for. */
  readonly cloud: CloudName;
  /** The region given, if any. */
  readonly region: pulumi.Output<string> | undefined;
  /** The account (project) given, if any. */
  readonly account: pulumi.Output<string> | undefined;
  /** @internal Region and account as they are given, without the detour of an Output. */
  readonly given: Pick<pulumi.Inputs, "region" | "account">;
  /** @internal */
  readonly instanceName: string;
  /** @internal Whether its settings are known: in a preview some may not be. */
  readonly areSettingsKnown: Promise<boolean>;

  protected constructor(
    cloud: CloudName,
    name: string,
    asked: object | null | undefined,
    opts: pulumi.ResourceOptions | undefined,
  ) {
    const args = saidOf(cloud, name, asked ?? {});
    refuseBadEndpoint(cloud, name, args["endpoint"]);
    const settings = door().settingsOf(cloud, inputsOf(cloud, args), ownSettings());
    const done = shortStack("usersLine");
    try {
      super(door().instances, name, settings, opts);
    } finally {
      done();
    }
    this.cloud = cloud;
    this.instanceName = name;
    this.areSettingsKnown = isKnown(pulumi.output(settings));
    const { region, account, given } = namedIn(cloud, args);
    this.region = region;
    this.account = account;
    this.given = given;
  }
}

/** An instance's arguments, its account as text. What else is wrong with their values is told where they are used. */
function saidOf(cloud: CloudName, name: string, args: object): Readonly<Record<string, unknown>> {
  const { settings, role = [] } = factsOf(cloud);
  const secret = Object.keys(settings).filter((setting) => settings[setting] !== "open");
  const whose = `Provider instance ${shown(name)} of ${cloud}`;
  const said = given(whose, args, {
    names: settingsOf(cloud),
    secret,
    objects: { assumeRole: { need: "any", names: role } },
  }) as Record<string, unknown>;
  const accountKey = accountKeyOf(cloud);
  const account = said[accountKey];
  return account === undefined ? said : { ...said, [accountKey]: changed(account, accountAsText) };
}

/** @internal What arguments name of an instance's surroundings: the types that programs see have no `given`. */
export function namedIn(
  cloud: CloudName,
  args: Readonly<Record<string, unknown>>,
): Pick<CloudInstance, "region" | "account" | "given"> {
  const given = { region: args["region"], account: args[accountKeyOf(cloud)] };
  return { region: outputOf(given.region), account: outputOf(given.account), given };
}

/** The settings that are given; what only the owner may see is encrypted. */
function inputsOf(cloud: CloudName, args: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { settings } = factsOf(cloud);
  const given = Object.entries(settings).filter(([name]) => args[name] !== undefined);
  return Object.fromEntries(
    given.map(([name, privacy]) => [
      name,
      privacy === "open" ? sayable(args[name]) : pulumi.secret(args[name]),
    ]),
  );
}

/** An instance's process does not see the stack's config, so the package's own settings are handed to it. */
function ownSettings(): pulumi.Inputs {
  const config = new pulumi.Config("vpc-peering");
  return defined(Object.fromEntries(OWN_SETTINGS.map((name) => [name, config.get(name)])));
}

function outputOf(value: unknown): pulumi.Output<string> | undefined {
  return value === undefined ? undefined : pulumi.output(value as pulumi.Input<string>);
}

function refuseBadEndpoint(cloud: CloudName, name: string, endpoint: unknown): void {
  const complaint = typeof endpoint === "string" ? complaintAboutEndpoint(endpoint) : undefined;
  if (complaint !== undefined) {
    throw refusal(`Provider instance ${shown(name)}: endpoint ${shown(endpoint)} of ${cloud} ${complaint}.`);
  }
}
