import type { Probe } from "../../probe";
import { Unclear } from "../../unclear";
import { isListed, listed } from "./calls";

/** What leads to the next page of a list. */
export const links: Probe = {
  name: "links",
  asks: ["linksHold"],
  unknown: "what the links of a list hold",
  does: "Lists one connection a page, while there are two.",
  makes: "connection",
  needs: ["second", "third"],
  async run(stage, tell) {
    await stage.pair();
    await stage.connect("first", "third");
    const hold = await stage.asking.seen(async () => {
      const page = await listed(stage, { limit: "1" });
      if (page.ids.length !== 1) throw new Unclear(`a page of one has ${page.ids.length} connections`);
      if (!Array.isArray(page.links) || page.links.length === 0) return "nothing";
      const [link] = page.links as object[];
      return ["href", "marker"].find((name) => name in (link ?? {})) ?? "unknown";
    });
    if (hold === "unknown") throw new Unclear("the links hold neither an address nor a marker");
    tell({ linksHold: hold });
  },
};

/** Whose project a list filters by. */
export const tenantFilter: Probe = {
  name: "tenantFilter",
  asks: ["tenantFilterIs"],
  unknown: "which end the filter tenant_id of a list looks at",
  does: "Makes a request to the other project, and lists it by either project.",
  makes: "request",
  needs: ["foreign"],
  async run(stage, tell) {
    const made = await stage.connect("first", "foreign");
    const byRequester = await isListed(stage, made, { tenant_id: made.requester.account });
    const byAccepter = await isListed(stage, made, { tenant_id: made.accepter.account });
    if (!byRequester && !byAccepter) throw new Unclear("neither project finds it");
    tell({ tenantFilterIs: byRequester ? (byAccepter ? "either" : "requester") : "accepter" });
  },
};
