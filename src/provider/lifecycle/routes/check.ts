import { accountKeyOf, accountOf, withTextualAccount, withTextualAccounts } from "../../../model/account";
import { canonical, isIpv6, isWithin, overlap } from "../../../model/cidr";
import { factsOf } from "../../../model/clouds";
import type { RoutingFacts } from "../../../model/clouds/facts";
import { defined } from "../../../model/defined";
import { isPeeringError } from "../../../model/errors";
import { nameInUrn } from "../../../model/owner";
import { nameOfPart } from "../../../model/resourceKinds";
import { shown } from "../../../model/shown";
import { isKnown, known } from "../../../model/unknown";
import type { Caller, Checked } from "../resource";
import { mayDiffer } from "../isSame";
import { declarerOf } from "../connection/spec";
import { SILENT } from "../work";
import { destinationsOf } from "./destinations";
import { isElsewhere } from "./diff";
import type { RoutesInputs } from "./inputs";
import { preflightOfRoutes } from "./preflight";

/** Checks the inputs of routes, and says which blocks they lead to. */
export async function checkRoutes(
  said: RoutesInputs,
  caller: Caller,
  olds?: RoutesInputs,
): Promise<Checked<RoutesInputs>> {
  const { session } = caller;
  const given = withTextualAccount({ ...said, ...withTextualAccounts(said, "peer") });
  const { module } = await session.open(given.cloud);
  const unfit = module.complaints.routes({ ...given });
  if (unfit.length > 0) return { inputs: given, complaints: unfit };
  const asked = withKnownBlocks(given, olds);
  const { routing } = factsOf(asked.cloud);
  const destinations = destinationsOf(asked);
  const inputs = {
    ...asked,
    ...defined({ destinations, __named: asked.destinations === undefined ? undefined : true }),
  };
  const complaints = [
    ...nowhere(inputs),
    ...others(inputs, session.declaredAccount(inputs.cloud)),
    ...(await unseen(inputs, caller)),
    ...(routing === undefined ? [] : unfitDestinations(inputs, routing)),
    ...claimed(inputs, caller),
  ];
  const warnings = pointless(asked);
  const isToBeMade = olds === undefined || isElsewhere(olds, inputs);
  if (inputs.preflight !== true || complaints.length > 0 || !isToBeMade)
    return { inputs, complaints, warnings };
  const found = await preflightOfRoutes(inputs, caller, olds?.connectionId);
  return { inputs, ...found, warnings: [...warnings, ...found.warnings] };
}

/**
 * The blocks of a VPC are read once, and then in a refresh only: while a preview does not know them, because the
 * connection is changed, they are what they were.
 */
function withKnownBlocks(inputs: RoutesInputs, olds: RoutesInputs | undefined): RoutesInputs {
  const names = ["connectionId", "vpcId", "ipv6"] as const;
  if (olds === undefined || names.some((name) => mayDiffer(olds[name], inputs[name]))) return inputs;
  const { __blocks: blocks, __own: own } = olds;
  return {
    ...inputs,
    ...(isKnown(inputs.__blocks) ? {} : defined({ __blocks: blocks })),
    ...(isKnown(inputs.__own) ? {} : defined({ __own: own })),
  };
}

/** Without anybody's keys for the other VPC, a program has to say where the routes lead. */
async function unseen(inputs: RoutesInputs, caller: Caller): Promise<string[]> {
  const { cloud, peer, __named: isNamed, __unseen: isUnseen, __blocks: blocks } = inputs;
  const { title, routing } = factsOf(cloud);
  const other = accountOf(peer);
  const isSeen = isUnseen !== true || (blocks !== undefined && isKnown(blocks));
  if (isNamed === true || isSeen || routing?.connectionTellsBlocks === true) return [];
  if (other === undefined || !isKnown(other)) return [];
  const own = accountOf(inputs) ?? (await ownAccount(inputs, caller));
  if (own === undefined || own === other) return [];
  return [
    `destinations is missing: on ${title} only its owner sees the blocks of ${shown(peer.vpcId)}, and this program has no keys of ${shown(other)}. Name the blocks in \`destinations\`.`,
  ];
}

/** The account of these keys: as it is declared, else as the cloud says; nothing if it does not. */
async function ownAccount({ cloud, region }: RoutesInputs, caller: Caller): Promise<string | undefined> {
  const declared = caller.session.declaredAccount(cloud);
  if (declared !== undefined || !isKnown(region)) return declared;
  const task = { cloud, operation: "preflight", region } as const;
  const work = await caller.session.begin(task, { ...caller, row: SILENT });
  try {
    return (await work.cloud.whoAmI({ region }, work.context)).account;
  } catch (error) {
    if (!isPeeringError(error)) throw error;
    return undefined;
  }
}

/** A list of tables without any would be no routes at all. */
function nowhere({ tables, end }: RoutesInputs): string[] {
  if (!Array.isArray(tables) || tables.length > 0) return [];
  return [`tables is []: name one, or switch the routes off with \`${end}: { routes: false }\`.`];
}

/** Only its owner writes the tables of a VPC. */
function others(inputs: RoutesInputs, declared: string | undefined): string[] {
  const { cloud, end, vpcId } = inputs;
  const account = accountOf(inputs);
  if (account === undefined || declared === undefined || !isKnown(account) || account === declared) return [];
  return [
    `The routes of ${end}'s VPC ${shown(vpcId)} belong to ${shown(account)}, and the keys are declared to be those of ${shown(declared)}. Give \`${end}.provider\`; or switch them off with \`${end}: { routes: false }\`, and let that account's own stack write them: \`VpcPeeringAccepter\` takes \`accepter.routes\`. The account is named in \`${accountKeyOf(cloud)}\`.`,
  ];
}

/** What the cloud would refuse of what a program names. */
function unfitDestinations(inputs: RoutesInputs, facts: RoutingFacts): string[] {
  const { cloud, destinations, __named: isNamed } = inputs;
  const { title } = factsOf(cloud);
  const [own, peer] = [known(inputs.__own), known(inputs.__blocks)].map((blocks) =>
    blocks?.map(inCanonicalForm),
  );
  return (known(destinations) ?? []).flatMap((destination) => {
    const where = isNamed === true ? "destinations has" : `${shown(inputs.peer.vpcId)} has the block`;
    const reserved = facts.reserved.find((block) => block === destination);
    if (reserved !== undefined) return [`${where} ${destination}, which ${title} uses itself. Leave it out.`];
    const inOwn = facts.ownRefused === "vpc" ? own?.find((block) => overlap(block, destination)) : undefined;
    if (inOwn !== undefined) {
      return [
        `${where} ${destination}: ${title} takes no route into the VPC's own block ${inOwn}. Leave it out.`,
      ];
    }
    const isTold = peer !== undefined && !isUnread(destination, peer, inputs);
    if (!facts.withinPeer || !isTold || peer.some((block) => isWithin(destination, block))) return [];
    return [
      `${where} ${destination}: on ${title} a route through a connection leads to addresses of the other VPC only, which has ${peer.join(", ")}.`,
    ];
  });
}

/** Blocks of IPv6 are read only where they are asked for: that none is told says nothing of a block of IPv6 by itself. */
function isUnread(block: string, told: readonly string[], { ipv6 }: RoutesInputs): boolean {
  return isIpv6(block) && ipv6 !== true && !told.some(isIpv6);
}

function inCanonicalForm(block: string): string {
  return canonical(block) ?? block;
}

function claimed({ vpcId, tables, destinations, end }: RoutesInputs, caller: Caller): string[] {
  if (destinations === undefined || !isKnown(destinations)) return [];
  const { urn } = declarerOf(caller);
  const name = nameOfPart("Routes", nameInUrn(urn), end);
  return caller.session.claims.claim({ who: `${urn} ${end}`, name, vpcId, tables, destinations });
}

/** What a program says in vain. A block of the own VPC is not: what is said for both ends is meant for the other one. */
function pointless(inputs: RoutesInputs): string[] {
  const { destinations, exclude, __blocks: blocks, __own: own } = inputs;
  if (exclude === undefined || exclude.length === 0 || !isKnown(exclude)) return [];
  if (destinations !== undefined) return ["exclude says nothing where `destinations` names the blocks."];
  if (blocks === undefined || !isKnown(blocks)) return [];
  const all = blocks.map(inCanonicalForm);
  const meant = [...all, ...(known(own) ?? []).map(inCanonicalForm)];
  return exclude
    .filter((block) => !meant.includes(inCanonicalForm(block)) && !isUnread(block, meant, inputs))
    .map(
      (block) =>
        `exclude has ${block}, which is no block of the other VPC: that has ${all.join(", ")}. Only whole blocks can be excluded; name parts in \`destinations\`.`,
    );
}
