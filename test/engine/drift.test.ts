import { CLOUDS } from "./clouds";
import { openStack } from "./support";

test.each(CLOUDS)(
  "$cloud: what was done behind the stack's back is shown for what it is, and the next up repairs it",
  async ({ cloud, prelude, worldOf, drift, actions }) => {
    const stack = await openStack(
      `${prelude}
      const provider = a(), accepting = { provider: b() };
      const peer = (name, accepter) =>
        new VpcPeering(name, { cloud: "${cloud}", requester: hub, accepter, ${drift.declared} }, { provider });
      peer("changed", { ...partner(1), ...accepting });
      peer("gone", { ...partner(2), ...accepting });
      peer("rejected", partner(3));
      peer("expired", partner(4));`,
      { world: worldOf(0, 4) },
    );
    await stack.ok("up", "--yes", "--skip-preview");
    const made = await stack.peerings();
    const pathOf = (name: string): string => `/peerings/${made.find((row) => row.name === name)?.id ?? name}`;
    await stack.admin("PATCH", pathOf("changed"), drift.patch);
    await stack.admin("DELETE", pathOf("gone"));
    await stack.admin("PATCH", pathOf("rejected"), { status: "rejected" });
    await stack.admin("POST", "/clock", { advanceMs: 3_600_000 });

    const told = [
      /warning: The connection was rejected by the accepter's account( \(status rejected since \S+Z\))?\. It carries/,
      /warning: The connection expired before anybody accepted it( \(status expired since \S+Z\))?\. It carries/,
      /warning: Connection \S+ was deleted outside of this stack\. The next `pulumi up` makes a new one\./,
    ];
    const preview = await stack.ok("preview", "--refresh", "--diff");
    for (const line of [...told, ...drift.shown]) expect(preview).toMatch(line);
    expect(preview.match(/^warning: The connection expired/gm)).toHaveLength(1);
    expect(preview).toMatch(/\+ 2 to create\n +~ 1 to update\n +\+-2 to replace/);

    const refreshed = await stack.ok("refresh", "--yes", "--skip-preview");
    for (const line of told) expect(refreshed).toMatch(line);
    await stack.fails("preview", "--expect-no-changes");

    await stack.newCalls();
    await stack.ok("up", "--yes", "--skip-preview");
    const asked = (await stack.newCalls()).filter((action) =>
      [actions.create, actions.delete].includes(action),
    );
    // The dead ones go before their successors come.
    expect(asked.filter((action) => action === actions.delete)).toHaveLength(2);
    expect(asked.filter((action) => action === actions.create).length).toBeGreaterThanOrEqual(3);
    const live = (await stack.peerings()).filter(({ deleted }) => !deleted);
    expect(live.map(({ name, status, bandwidth }) => [name, status, bandwidth]).sort()).toEqual([
      ["changed", "active", drift.bandwidth],
      ["expired", "pending", drift.bandwidth],
      ["gone", "active", drift.bandwidth],
      ["rejected", "pending", drift.bandwidth],
    ]);
    expect(live.find(({ name }) => name === "changed")?.id).toBe(
      made.find(({ name }) => name === "changed")?.id,
    );
    await stack.ok("preview", "--refresh", "--expect-no-changes");
  },
);
