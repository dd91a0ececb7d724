import type { VpcName } from "./config";
import type { Stage } from "./stage/stage";

/** What a probe makes meanwhile, and removes. */
export type Makes = "reads" | "refusals" | "connection" | "request" | "interRegion";

/** What each of these comes to, in words. */
export const MAKES: Record<Makes, { makes: string; costs: string }> = {
  reads: { makes: "nothing, it only reads", costs: "nothing" },
  refusals: {
    makes: "nothing, if the cloud refuses as expected; what it takes is removed",
    costs: "nothing",
  },
  connection: {
    makes: "a connection within one region, and routes into it",
    costs: "nothing: such a connection is free of charge, and no traffic goes through it",
  },
  request: {
    makes: "a request to the other account, which is accepted, rejected or withdrawn, and routes into it",
    costs: "nothing: a connection within one region is free of charge, and no traffic goes through it",
  },
  interRegion: {
    makes: "a connection between two regions, for a minute or two",
    costs: "what the cloud bills for the smallest bandwidth, on some clouds for a whole day",
  },
};

/** What a probe cannot do without, besides the first VPC and the keys of its owner. */
export type Need = Exclude<VpcName, "first"> | "stranger";

/** Says what a setting of the emulator would have to be, to answer as this cloud does. */
export type Tell = (settings: Readonly<Record<string, unknown>>) => void;

/** A question to a cloud that no document answers. */
export interface Probe {
  name: string;
  /** The emulator's settings that the answer is about. */
  asks: readonly string[];
  /** What is unknown: a clause that begins with "whether", "which", "what" or "how". */
  unknown: string;
  /** What is done to find out, as a full sentence. */
  does: string;
  makes: Makes;
  needs: readonly Need[];
  /** Tells what was found out; throws `Unclear` or a `PeeringError` where that cannot be said. */
  run: (stage: Stage, tell: Tell) => Promise<void>;
}
