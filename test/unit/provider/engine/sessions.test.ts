import type { Session } from "../../../../src/provider/lifecycle/session";
import { inputs, wrap } from "./dynamicSupport";

const config = (values: Record<string, unknown>) => ({ config: { get: (key: string) => values[key] } });

describe("settings", () => {
  /** A provider that answers which session its hooks got. */
  const spy = () => {
    const sessions: Session[] = [];
    const provider = wrap({
      create: (given, { session }) => {
        sessions.push(session);
        return Promise.resolve({ id: String(session.settings("alicloud:region")), outs: given });
      },
    });
    return { provider, sessions };
  };

  test("are there for hooks that are called without waiting for them, as the engine does", async () => {
    const { provider } = spy();
    const configured = provider.configure(config({ "alicloud:region": "cn-hangzhou" }));
    const { id } = await provider.create(inputs);
    await configured;
    expect(id).toBe("cn-hangzhou");
  });

  test("that are the same share a session, also between kinds of resources: its keys, its locks", async () => {
    const [one, other] = [spy(), spy()];
    const same = { "alicloud:region": "cn-same", "alicloud:assumeRole": '{"roleArn":"r"}' };
    await one.provider.configure(config({ ...same }));
    await other.provider.configure(config({ ...same }));
    await one.provider.create(inputs);
    await other.provider.create(inputs);
    expect(one.sessions[0]).toBeDefined();
    expect(one.sessions[0]).toBe(other.sessions[0]);
  });

  test.each([
    ["region", "alicloud:region"],
    ["keys", "alicloud:accessKey"],
    ["secret", "alicloud:secretKey"],
    ["endpoint", "alicloud:endpoint"],
    ["role", "alicloud:assumeRole"],
    ["profile", "alicloud:profile"],
    ["account", "alicloud:accountId"],
    ["limit of time", "vpc-peering:requestTimeoutMs"],
    ["cloud", "huaweicloud:secretKey"],
  ])("that differ in their %s do not", async (_, key) => {
    const [one, other] = [spy(), spy()];
    await one.provider.configure(config({ "alicloud:region": "cn-x", [key]: "1" }));
    await other.provider.configure(config({ "alicloud:region": "cn-x", [key]: "2" }));
    await one.provider.create(inputs);
    await other.provider.create(inputs);
    expect(one.sessions[0]).not.toBe(other.sessions[0]);
  });

  test("may be none at all", async () => {
    const { provider } = spy();
    expect((await provider.create(inputs)).id).toBe("undefined");
  });
});
