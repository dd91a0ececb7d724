import { CLOUDS, type CloudUnderTest } from "./clouds";
import { failure, openBench } from "./support";

const under = CLOUDS.find(({ cloud }) => cloud === "novacloud") as CloudUnderTest;

describe("what novacloud does in its own way", () => {
  test("a connection to another account needs no acceptance", async () => {
    const { connection, crossAccount } = await openBench(under);
    expect((await connection.create(crossAccount())).outs["status"]).toBe("active");
  });

  test("a change replaces it", async () => {
    const { connection, sameAccount } = await openBench(under);
    const { id, outs } = await connection.create(sameAccount());
    expect(await connection.diff(id, outs, sameAccount({ name: "other" }))).toEqual({
      replaces: ["name"],
      deleteBeforeReplace: true,
    });
  });

  test("what needs a verb that it lacks is refused at preview", async () => {
    const { connection, acceptance, sameAccount, acceptanceOf } = await openBench(under);
    expect((await connection.check({}, sameAccount({ adopt: true }))).failures).toEqual([
      expect.objectContaining({ reason: expect.stringContaining("adopt is true") as string }),
    ]);
    expect((await acceptance.check({}, acceptanceOf("nc-1"))).failures).toEqual([
      expect.objectContaining({ reason: "Nova Cloud has no acceptance of connections. Leave it out." }),
    ]);
  });

  test("a preflight says what it cannot look at, and lets the rest be", async () => {
    const { connection, sameAccount, calls } = await openBench(under);
    expect((await connection.check({}, sameAccount({ preflight: true }))).failures).toEqual([]);
    expect(await calls()).toEqual(["ShowAccount"]);
  });

  test("somebody else's connection is told by the cloud, at once, and taken over by its id", async () => {
    const { connection, sameAccount, live, calls } = await openBench(under);
    const theirs = await connection.create(
      sameAccount({ __owner: { urn: "urn:pulumi:prod::other::vpc-peering:index:VpcPeering::theirs" } }),
    );
    const { message } = await failure(connection.create(sameAccount()));
    expect(message).toContain(`They are connected by ${theirs.id}. Take the connection over with its id`);
    expect((await calls()).filter((action) => action === "CreateConnection")).toHaveLength(2);
    const adopted = await connection.create(sameAccount({ adopt: theirs.id }));
    expect(adopted.id).toBe(theirs.id);
    await connection.delete(adopted.id, adopted.outs);
    expect(await live()).toEqual([]);
  });
});
