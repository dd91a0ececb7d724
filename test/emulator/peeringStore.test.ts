import fc from "fast-check";
import { emptyLabels, sidesOf } from "../../emulator/core/store/peering";
import { type NewPeering, PeeringStore } from "../../emulator/core/store/peeringStore";
import { Clock } from "../../emulator/core/time/clock";

const expireMs = 5;
const mostDeleted = 2;

const vpcId = fc.constantFrom("hub", "a", "b", "c");
const cloud = fc.constantFrom("one", "two");
const index = fc.nat({ max: 20 });
const status = fc.constantFrom("creating", "pending", "active", "deleted");
const story = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant("add"), cloud, from: vpcId, to: vpcId, status }),
    fc.record({ does: fc.constant("delete"), index, afterMs: fc.nat({ max: 3 }) }),
    fc.record({ does: fc.constant("erase"), index }),
    fc.record({ does: fc.constant("put into"), index, status }),
    fc.record({
      does: fc.constant("lead elsewhere"),
      index,
      end: fc.constantFrom("requester", "accepter"),
      vpcId,
    }),
    fc.record({ does: fc.constant("wait"), ms: fc.integer({ min: 1, max: 4 }) }),
  ),
  { maxLength: 40 },
);

/** A store, the time of which a test lets pass. */
function openStore() {
  let now = 1_000;
  const store = new PeeringStore(new Clock(undefined, () => now), { expireMs, mostDeleted });
  return { store, wait: (ms: number) => (now += ms) };
}

function between(from: string, to: string): Pick<NewPeering, "requester" | "accepter"> {
  const side = (vpcId: string) => ({ vpcId, region: "r", account: "1", labels: emptyLabels() });
  return { requester: side(from), accepter: side(to) };
}

test("whatever happens, those that join VPCs are those of all that do, and only the deleted that were made last stay", () => {
  fc.assert(
    fc.property(story, (steps) => {
      const { store, wait } = openStore();
      let made = 0;
      for (const step of steps) {
        const before = store.list();
        const one = "index" in step ? before[step.index % before.length] : undefined;
        if (step.does === "wait") wait(step.ms);
        if (step.does === "delete" && one)
          store.move(one, "deleting", { afterMs: step.afterMs, status: "deleted" });
        if (step.does === "erase" && one) store.erase(one);
        if (step.does === "put into" && one) store.move(one, step.status);
        if (step.does === "lead elsewhere" && one) store.moveEnd(one, step.end, { vpcId: step.vpcId });
        if (step.does === "add") {
          const { from, to, ...rest } = step;
          const ends = between(from, to);
          const added = store.add({ ...rest, id: `p${++made}`, bandwidth: null, ...ends, attributes: {} });
          const all = [...before, added];
          const forgotten = all.filter((peering) => peering.status === "deleted").slice(0, -mostDeleted);
          expect(store.list()).toEqual(all.filter((peering) => !forgotten.includes(peering)));
        }
        for (const vpcIds of [["hub"], ["a", "hub"], ["b", "c"], ["elsewhere"]]) {
          const joining = store
            .list("one")
            .filter((peering) =>
              vpcIds.every((wanted) => sidesOf(peering).some((side) => side.vpcId === wanted)),
            );
          expect(store.list("one", vpcIds)).toEqual(joining);
        }
      }
    }),
  );
});
