import type { CloudFacts } from "./facts";

/** Nova Cloud, which nobody runs: it makes connections, shows them and deletes them. */
export const novacloud = {
  title: "Nova Cloud",
  accountKey: "accountId",
  accountsBelongToRegions: false,
  hasClientTokens: true,
  connectionIds: /^nova-/,
  markedIn: "tags",
  accepterLabels: [],
  settings: { region: "open", apiKey: "secret", accountId: "open", endpoint: "open" },
  properties: {
    name: { holds: "text", effect: "replace", unset: "replaced" },
    tags: { holds: "tags", effect: "replace", unset: "replaced" },
  },
  options: {},
} as const satisfies CloudFacts;
