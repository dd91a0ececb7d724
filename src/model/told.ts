/** What the preflight of one connection tells the hub or mesh that the connection is a part of, which tells it for all. */
export interface Told {
  /** What will go wrong with it, in full sentences. */
  complaints: string[];
  /** The quotas that this run goes beyond, each with as many new connections as had been counted by then. */
  beyond: { scope: string; planned: number; complaint: string }[];
  /** The address blocks of its two VPCs, as far as these keys see them. */
  blocks: { requester?: string[]; accepter?: string[] };
}
