import { apiError } from "../errors";
import type { Settings } from "../world";

/** Regions, and the short codes that answers have for them. */
const shortCodes: Readonly<Record<string, string>> = {
  "ap-bangkok": "th",
  "ap-beijing": "bj",
  "ap-beijing-fsi": "bjjr",
  "ap-changsha-ec": "csec",
  "ap-chengdu": "cd",
  "ap-chongqing": "cq",
  "ap-fuzhou-ec": "fzec",
  "ap-guangzhou": "gz",
  "ap-guangzhou-open": "gzopen",
  "ap-hangzhou-ec": "hzec",
  "ap-hefei-ec": "hfeec",
  "ap-hongkong": "hk",
  "ap-jakarta": "jkt",
  "ap-jinan-ec": "jnec",
  "ap-mumbai": "in",
  "ap-nanjing": "nj",
  "ap-qingyuan": "qy",
  "ap-seoul": "kr",
  "ap-shanghai": "sh",
  "ap-shanghai-fsi": "shjr",
  "ap-shenyang-ec": "sheec",
  "ap-shenzhen": "szx",
  "ap-shenzhen-fsi": "szjr",
  "ap-shenzhen-sycft": "szsycft",
  "ap-shijiazhuang-ec": "sjwec",
  "ap-singapore": "sg",
  "ap-taipei": "tpe",
  "ap-tianjin": "tsn",
  "ap-tokyo": "jp",
  "ap-wuhan-ec": "whec",
  "ap-xian-ec": "xiyec",
  "ap-zhengzhou-ec": "cgoec",
  "eu-frankfurt": "de",
  "eu-moscow": "ru",
  "na-ashburn": "use",
  "na-siliconvalley": "usw",
  "na-toronto": "ca",
  "sa-saopaulo": "sao",
};

/** The code that answers have for a region. One that has none is called by its name. */
export function shortCode(region: string): string {
  return shortCodes[region] ?? region;
}

/** Whether there is such a region. */
function isRegion(region: string): boolean {
  return Object.hasOwn(shortCodes, region);
}

/** Refuses a region that there is not, or where peering is not offered. */
export function checkRegion(settings: Settings, region: string): void {
  const isKnown = isRegion(region) || settings.vpcs.some((vpc) => vpc.region === region);
  const isThere = isKnown || !settings.strictIds;
  if (!isThere || settings.unsupportedRegions.includes(region)) throw apiError("UnsupportedRegion", region);
}
