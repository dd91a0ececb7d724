import { CLOUDS } from "../clouds";
import { upgrades } from "./suite";

upgrades(CLOUDS.huaweicloud);
