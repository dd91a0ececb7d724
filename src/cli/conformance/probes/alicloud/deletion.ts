import type { Probe } from "../../probe";
import { Unclear } from "../../unclear";
import { creation, idsIn } from "./calls";

/** What a list shows of a connection that goes. */
export const deletion: Probe = {
  name: "deletion",
  asks: ["listShowsDeleting"],
  unknown: "whether connections that are being deleted are listed",
  does: "Deletes a connection of the first two VPCs, and lists it while it is being deleted.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    const made = await stage.connect("first", "second");
    const isGoing = async (): Promise<boolean> => (await stage.connections.look(made))?.status === "deleting";
    await stage.asking.fields({ action: "DeleteVpcPeerConnection", params: { InstanceId: made.id } });
    const before = await isGoing();
    const isListed = await stage.asking.seen(async () => (await idsIn(stage, {})).includes(made.id));
    if (!before || !(await isGoing())) throw new Unclear("it was deleted before it could be listed");
    tell({ listShowsDeleting: isListed });
  },
};

/** What a token stands for when its connection is gone. */
export const token: Probe = {
  name: "token",
  asks: ["tokenOutlivesConnection"],
  unknown:
    "whether a create with the token of an earlier one answers its id even after that connection is gone",
  does: "Makes a connection of the first two VPCs, deletes it, and makes it again with the same token.",
  makes: "connection",
  needs: ["second"],
  async run(stage, tell) {
    await stage.apart();
    const ClientToken = stage.connections.nextMark().marker;
    const ask = creation(stage, stage.vpc("first"), stage.vpc("second"), { ClientToken });
    const idOf = async (): Promise<string> => String((await stage.asking.fields(ask))["InstanceId"]);
    const id = await stage.asking.seen(idOf);
    const made = { id, requester: stage.vpc("first"), accepter: stage.vpc("second") };
    const known = { ...made, owner: stage.connections.nextMark() };
    await stage.connections.until(known, ["active"]);
    await stage.connections.remove(known);
    tell({ tokenOutlivesConnection: (await stage.asking.seen(idOf)) === id });
  },
};
