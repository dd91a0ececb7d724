import type { Command } from "../../commandLine/command";
import { EXIT } from "../../commandLine/command";

/** `pulumi-resource-vpc-peering`, as somebody sees it who starts it by hand. */
export const plugin: Command = {
  usage: {
    name: "pulumi-resource-vpc-peering",
    ways: ["pulumi-resource-vpc-peering ADDRESS"],
    about: `The plugin by which programs in any language have the resources of this package. The Pulumi engine starts it, with its
own address; it prints the port that it serves.`,
    options: {},
    operand: "ADDRESS",
    notes: "Nobody has to start it by hand.",
  },
  isUsers: () => false,
  redacted: (text) => text,
  main: () => EXIT.ok,
};

/** What people ask of a plugin. Everything else on its command line is the engine's, which chooses what it says. */
export function isAsked(args: readonly string[]): boolean {
  return args.some((argument) => ["--help", "-h", "--version"].includes(argument));
}
