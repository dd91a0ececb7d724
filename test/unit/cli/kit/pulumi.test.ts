import { join } from "node:path";
import { NO_REPORTER } from "../../../../commandLine/progress";
import { factsOf } from "../../../../src/cli/kit/pulumi";
import { answersOf, fakePulumi } from "../../support/fakePulumi";

const pulumi = fakePulumi();
afterAll(() => {
  pulumi.remove();
});

const facts = (stack?: string, cwd = pulumi.folder) => factsOf({ cwd, stack }, NO_REPORTER);

const page = (path: string): string => `https://app.pulumi.com/${path}`;
const SELECTED = { name: "dev", current: true, url: page("me/net/dev") };
const BUSY = { name: "acme/dev", updateInProgress: true, url: page("acme/net/dev") };

test.each([
  ["the one that is selected", undefined, [SELECTED, BUSY], ["me", "net", false]],
  [
    "the selected one of two with one name",
    undefined,
    [
      { ...SELECTED, current: false },
      { ...BUSY, current: true },
    ],
    ["acme", "net", true],
  ],
  ["one by the name that a list of stacks has for it", "acme/dev", [SELECTED, BUSY], ["acme", "net", true]],
  ["one by its full name", "acme/net/dev", [SELECTED, BUSY], ["acme", "net", true]],
  ["one by its organization, which a list leaves out", "me/dev", [BUSY, SELECTED], ["me", "net", false]],
  ["one of another organization that is not listed", "acme/dev", [SELECTED], ["acme", "net", false]],
  ["one of another project", "acme/other/dev", [SELECTED, BUSY], ["acme", "other", false]],
  [
    "one of a backend without pages",
    "organization/other/dev",
    [{ name: "dev", current: true }],
    ["organization", "other", false],
  ],
] as const)(
  "it tells organization and project of %s",
  async (_, stack, rows, [organization, project, isBusy]) => {
    pulumi.answers(answersOf({ rows }));
    expect(await facts(stack)).toMatchObject({ organization, project, name: "dev", isBusy });
  },
);

test.each(["none", "Pulumi.yaml"])("a folder that is none is refused as that: %s", async (name) => {
  const cwd = join(pulumi.folder, name);
  await expect(facts(undefined, cwd)).rejects.toThrow(
    `--cwd is ${JSON.stringify(cwd)}: there is no such folder.`,
  );
});
