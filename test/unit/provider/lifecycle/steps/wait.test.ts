import { systemClock } from "../../../../../src/io/clock";
import { alicloud } from "../../../../../src/provider/clouds/alicloud";
import { withSharedReads } from "../../../../../src/provider/clouds/sharing/sharedCloud";
import { connectionAt } from "../../../../../src/provider/lifecycle/connection/subject";
import { untilSettled } from "../../../../../src/provider/lifecycle/steps/wait";
import type { Work } from "../../../../../src/provider/lifecycle/work";
import { contextOn } from "../../../../support/context";
import { serve } from "../../../support/serve";

const ROW = {
  InstanceId: "pcc-1",
  Status: "Creating",
  OwnerId: 1,
  AcceptingOwnerUid: 2,
  RegionId: "r",
  AcceptingRegionId: "r",
  Vpc: { VpcId: "a" },
  AcceptingVpc: { VpcId: "b" },
};

test("at the deadline the error is the history, not the failure of a look that got 1 ms", async () => {
  const settings: Record<string, unknown> = {
    "alicloud:accessKey": "LTAI",
    "alicloud:secretKey": "secret-key",
    "alicloud:endpoint": await serve(JSON.stringify(ROW), 400),
  };
  const cloud = withSharedReads(alicloud.open((key) => settings[key]));
  const work = { cloud, context: contextOn(systemClock, 4_000) } as unknown as Work;
  const connection = connectionAt({ id: "pcc-1", region: "r" }, work);
  await expect(untilSettled(connection, work)).rejects.toMatchObject({
    message: expect.stringMatching(/saw creating × \d+/) as string,
    kind: "timeout",
  });
});
