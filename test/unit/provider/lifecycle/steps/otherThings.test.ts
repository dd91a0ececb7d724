import { PeeringError } from "../../../../../src/model/errors";
import { Recent } from "../../../../../src/model/recent";
import type { Making } from "../../../../../src/provider/lifecycle/steps/ensure";
import { ensure } from "../../../../../src/provider/lifecycle/steps/ensure";
import type { Seen, Subject } from "../../../../../src/provider/lifecycle/steps/subject";
import type { Declared } from "../../../../../src/provider/lifecycle/steps/sync";
import { sync } from "../../../../../src/provider/lifecycle/steps/sync";
import { untilGone, untilSettled } from "../../../../../src/provider/lifecycle/steps/wait";
import type { Work } from "../../../../../src/provider/lifecycle/work";
import { contextOn } from "../../../../support/context";
import { FakeClock } from "../../../support/fakeClock";

/** A table of routes: something that is no connection, which the steps have to be able to work with. */
interface Table extends Seen {
  routes: string[];
}

/** A made-up cloud with one table, which is `Changing` for a second after each change of it. */
class TableCloud {
  readonly clock = new FakeClock();
  readonly work: Work;
  table: Table | undefined;
  deaf = 0;
  private changedAt = Number.NEGATIVE_INFINITY;

  constructor(name = "tencentcloud") {
    const exclusively = (_sides: unknown, change: () => unknown) => change();
    const context = contextOn(this.clock, 600_000);
    this.work = { cloud: { name }, context, exclusively, ended: new Recent() } as unknown as Work;
  }

  readonly change = async (edit: () => void): Promise<void> => {
    await this.clock.after(50);
    this.changedAt = this.clock.now();
    if (this.deaf-- <= 0) edit();
  };

  readonly subject: Subject<Table> = {
    id: "rtb-1",
    title: "Route table rtb-1",
    hint: "Look at it in the console.",
    observe: () => {
      const status = this.clock.now() - this.changedAt < 1_000 ? "Changing" : "Available";
      return Promise.resolve(this.table && { ...this.table, status });
    },
    sleep: (ms) => this.clock.sleep(ms),
    lost: (seen) => (seen === undefined ? new PeeringError("It is gone.", { kind: "gone" }) : undefined),
    isSettled: ({ status }) => status === "Available",
    isGone: () => false,
  };

  /** Wants these routes in the table. */
  readonly wanting = (routes: string[]): Declared<Table, string[]> => ({
    difference: (seen) => (seen.routes.join() === routes.join() ? undefined : routes),
    words: (difference) => `routes ${difference.join(", ")}`,
    sides: () => [{ vpcId: "vpc-1" }],
    apply: (difference) => this.change(() => (this.table = { ...this.seen(), routes: difference })),
    putOff: () => undefined,
  });

  seen(): Table {
    if (this.table === undefined) throw new Error("there is no table");
    return this.table;
  }
}

const table: Table = { id: "rtb-1", status: "Available", routes: [] };

test("a table that changes is waited for until it has settled", async () => {
  const cloud = new TableCloud();
  cloud.table = table;
  await cloud.change(() => undefined);
  expect(await untilSettled(cloud.subject, cloud.work)).toEqual(table);
});

test("a table that never settles is told of by its own name, what was seen of it, and what may help", async () => {
  const cloud = new TableCloud();
  cloud.table = table;
  const stuck: Subject<Table> = { ...cloud.subject, isSettled: () => false };
  await expect(untilSettled(stuck, cloud.work)).rejects.toThrow(
    /^Route table rtb-1 did not become ready within 10m: saw Available × \d+ .* Look at it in the console\.$/,
  );
});

test("a table is changed until it is as declared, though the cloud swallows the first change", async () => {
  const cloud = new TableCloud();
  cloud.table = table;
  cloud.deaf = 1;
  const synced = await sync(cloud.subject, table, cloud.wanting(["10.0.0.0/8"]), cloud.work);
  expect(synced.routes).toEqual(["10.0.0.0/8"]);
});

test("a table that says yes and never changes is given up, by its own name", async () => {
  const cloud = new TableCloud();
  cloud.table = table;
  cloud.deaf = Number.POSITIVE_INFINITY;
  await expect(sync(cloud.subject, table, cloud.wanting(["10.0.0.0/8"]), cloud.work)).rejects.toThrow(
    /^Route table rtb-1 was asked 8 times/,
  );
});

test("a table is made once, though the answer to its create is lost", async () => {
  const cloud = new TableCloud();
  let creates = 0;
  const making: Making<Table> = {
    canLook: true,
    isRepeatable: false,
    verdict: () => Promise.resolve(cloud.table && { take: cloud.table }),
    create: async () => {
      creates++;
      await cloud.change(() => (cloud.table = table));
      throw new PeeringError("No answer.", { kind: "transient", executed: "unknown" });
    },
    remove: () => Promise.reject(new Error("nothing is in the way")),
    subject: () => cloud.subject,
    isForeign: () => false,
    refusal: () => new PeeringError("It is somebody else's.", { kind: "notOurs" }),
    exhausted: () => new PeeringError("It cannot be made.", { kind: "unknown" }),
  };
  const learned: unknown[] = [];
  expect(await ensure(making, (id) => learned.push(id), cloud.work)).toEqual(table);
  expect(creates).toBe(1);
  expect(learned).toEqual(["rtb-1"]);
});

test("a table that is deleted is waited for until it is gone, and remembered as ended", async () => {
  const cloud = new TableCloud();
  cloud.table = table;
  void cloud.clock.after(3_000).then(() => (cloud.table = undefined));
  await untilGone(cloud.subject, cloud.work);
  expect(cloud.table).toBeUndefined();
  expect(cloud.work.ended.has("rtb-1")).toBe(true);
});
