import { having } from "./clouds";
import { openBench } from "./support";

test.each(having("find"))(
  "on $cloud the tenth life of a stack, destroyed and made again, asks for no more than the first",
  async (under) => {
    const { connection, sameAccount, calls, admin } = await openBench(under);
    const asked: number[] = [];
    for (let life = 1; life <= 10; life++) {
      await admin("DELETE", "/requests");
      const { id, outs } = await connection.create(sameAccount());
      asked.push((await calls()).length);
      await connection.delete(id, outs);
    }
    expect(asked).toEqual(asked.map(() => under.callsOfCreate.length));
  },
);
