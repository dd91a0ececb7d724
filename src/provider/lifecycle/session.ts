import type { Clock } from "../../io/clock";
import { Deadline, systemClock } from "../../io/clock";
import { KeyedLock } from "../../io/lock";
import { accountAsText, accountKeyOf } from "../../model/account";
import type { CloudName } from "../../model/clouds";
import { PeeringError } from "../../model/errors";
import { Recent } from "../../model/recent";
import type { CloudModule, Row, Settings } from "../clouds/cloud";
import { text } from "../clouds/kit/keys";
import { complaintsAboutSettings } from "../clouds/kit/settings";
import { cloudModule } from "../clouds/registry";
import type { SharedCloud } from "../clouds/sharing/sharedCloud";
import { withSharedReads } from "../clouds/sharing/sharedCloud";
import { Holders } from "./holders";
import { Preflight } from "./preflight/preflight";
import { Claims } from "./routes/claims";
import type { VpcRoutes } from "./routes/vpcRoutes";
import type { Timeouts } from "./timeouts";
import { limitFor } from "./timeouts";
import { Traffic } from "./traffic";
import type { Task } from "./work";
import { Work } from "./work";

/** A cloud's code, and the cloud as it is spoken to with this session's settings. */
interface OpenCloud {
  cloud: SharedCloud;
  module: CloudModule;
}

/** One set of keys in one process: its settings, its clouds, its locks, and what its preflights have found out. */
export class Session {
  readonly preflight = new Preflight();
  readonly holders = new Holders();
  readonly claims = new Claims();
  readonly traffic = new Traffic();

  private readonly clouds = new Map<CloudName, Promise<OpenCloud>>();
  private readonly lock = new KeyedLock();
  private readonly ended = new Recent<string>();
  private readonly routes = new Map<string, VpcRoutes>();

  constructor(
    readonly settings: Settings,
    private readonly clock: Clock = systemClock,
  ) {}

  /** Begins a piece of work. Its time runs from now on. */
  async begin(task: Task, { row, timeouts }: { row: Row; timeouts: Timeouts }): Promise<Work> {
    const { cloud } = await this.open(task.cloud);
    const { clock, lock, ended, routes, traffic } = this;
    const deadline = new Deadline(clock, limitFor(task.operation, timeouts));
    const declaredAccount = this.declaredAccount(task.cloud);
    return new Work(cloud, { ...row, clock, deadline }, task.region, {
      lock,
      ended,
      routes,
      traffic,
      declaredAccount,
    });
  }

  /** Loads a cloud's code and settings once. */
  async open(name: CloudName): Promise<OpenCloud> {
    const open = async (): Promise<OpenCloud> => {
      const module = await cloudModule(name);
      const complaints = complaintsAboutSettings(name, this.settings);
      if (complaints.length > 0)
        throw new PeeringError(complaints.join(" "), { kind: "invalid", cloud: name });
      return { cloud: withSharedReads(module.open(this.settings), this.traffic), module };
    };
    const opened = this.clouds.get(name) ?? open();
    this.clouds.set(name, opened);
    return await opened;
  }

  /** The account that the provider instance or stack says these keys belong to. */
  declaredAccount(cloud: CloudName): string | undefined {
    return text(accountAsText(this.settings(`${cloud}:${accountKeyOf(cloud)}`)));
  }
}
