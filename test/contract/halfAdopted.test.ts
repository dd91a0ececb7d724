import { having } from "./clouds";
import { failure, openBench } from "./support";

const THEIRS = { urn: "urn:pulumi:prod::other::vpc-peering:index:VpcPeering::theirs" };

describe.each(having("update"))(
  "on $cloud a connection that is taken over with keys that expire midway",
  (under) => {
    test.each([false, true])(
      "is by the next up what it was to be, and ours (after a refresh: %p)",
      async (isRefreshed) => {
        const { connection, sameAccount, fault, admin, live, anew } = await openBench(under);
        const { id } = await connection.create(sameAccount({ __owner: THEIRS }));
        const wanted = sameAccount({ adopt: id, name: "taken-over" });
        await fault("*", { type: "error", ...under.expired }, { times: 0, after: 1 });
        const { properties: half = {} } = await failure(anew().connection.create(wanted));
        await admin("DELETE", "/faults");
        const later = anew().connection;
        const { props: before = {} } = isRefreshed ? await later.read(id, half) : { props: half };
        expect(await later.diff(id, before, wanted)).not.toEqual({ changes: false });
        const { outs } = await later.update(id, before, wanted);
        const { name } = (await live())[0] ?? {};
        expect(name).toMatch(/^taken-over/);
        expect((await later.read(id, outs)).props).toEqual(outs);
        expect(await later.diff(id, outs, wanted)).toEqual({ changes: false });
        await anew().connection.delete(id, outs);
        expect(await live()).toEqual([]);
      },
    );
  },
);
