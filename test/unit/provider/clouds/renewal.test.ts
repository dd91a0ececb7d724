import { keySource as alicloud } from "../../../../src/provider/clouds/alicloud/keys";
import { keySource as huaweicloud } from "../../../../src/provider/clouds/huaweicloud/keys";
import { keySource as tencentcloud } from "../../../../src/provider/clouds/tencentcloud/keys";

/** The cloud's own call that gives the keys of a role. */
type Obtain = () => Promise<{ endsAt: number; number: number }>;

/** The keys of a role, taken on by a call of the test's own. */
type Open = (obtain: Obtain) => () => Promise<unknown>;

const given = (cloud: string, values: Record<string, unknown>) => (key: string) =>
  values[key.replace(`${cloud}:`, "")];

/** Each cloud's keys, of a role that is taken on with keys of one's own. */
const CLOUDS: Record<string, Open> = {
  alicloud: (obtain) => {
    const settings = { accessKey: "id", secretKey: "secret", assumeRole: { roleArn: "acs:ram::1:role/r" } };
    const assume = async () => ({ ...(await obtain()), accessKeyId: "tmp", accessKeySecret: "tmp-secret" });
    return alicloud(given("alicloud", settings), assume);
  },
  tencentcloud: (obtain) => {
    const settings = {
      secretId: "id",
      secretKey: "secret",
      assumeRole: { roleArn: "qcs::cam::uin/1:roleName/r" },
    };
    const assume = async () => ({ ...(await obtain()), secretId: "tmp", secretKey: "tmp-secret" });
    return tencentcloud(given("tencentcloud", settings), assume);
  },
  huaweicloud: (obtain) => {
    const assumeRole = { agencyName: "peering", domainName: "partner" };
    const assume = async () => ({ ...(await obtain()), accessKey: "tmp", secretKey: "tmp-secret" });
    return huaweicloud(given("huaweicloud", { accessKey: "id", secretKey: "secret", assumeRole }), assume);
  },
};

const HOUR_MS = 3_600_000;

describe.each(Object.entries(CLOUDS))("the keys of a role on %s", (_, open) => {
  let calls: number;
  let lastsMs: number;
  let fails: boolean;
  const obtain: Obtain = async () => {
    const number = ++calls;
    await new Promise((answered) => setTimeout(answered, 5));
    if (fails) throw new Error(`refused ${number}`);
    return { endsAt: Date.now() + lastsMs, number };
  };

  beforeEach(() => {
    [calls, lastsMs, fails] = [0, HOUR_MS, false];
  });

  const all = async (keys: () => Promise<unknown>) =>
    await Promise.allSettled(Array.from({ length: 50 }, () => keys()));

  test("are asked for once by 50 at once, and once more at the renewal", async () => {
    const keys = open(obtain);
    lastsMs = 60_000;
    const first = await all(keys);
    expect(calls).toBe(1);
    lastsMs = HOUR_MS;
    const second = await all(keys);
    expect(calls).toBe(2);
    await all(keys);
    expect(calls).toBe(2);
    const numbers = [...first, ...second].map((one) =>
      one.status === "fulfilled" ? (one.value as { number: number }).number : "failed",
    );
    expect(numbers).toEqual([...Array<number>(50).fill(1), ...Array<number>(50).fill(2)]);
  });

  test("that were refused are refused to all that waited, and asked for again, once, by who comes after", async () => {
    const keys = open(obtain);
    fails = true;
    const refused = await all(keys);
    expect(refused.every(({ status }) => status === "rejected")).toBe(true);
    expect(calls).toBe(1);
    fails = false;
    const answered = await all(keys);
    expect(answered.every(({ status }) => status === "fulfilled")).toBe(true);
    expect(calls).toBe(2);
  });
});
