import { goldenOf } from "../clouds";
import { upgrades } from "./suite";

upgrades(goldenOf("huaweicloud"));
