import { apiError } from "../errors";
import type { Settings } from "../world";

/** Where the service is offered. */
const regions: ReadonlySet<string> = new Set([
  ...[
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-3",
    "ap-southeast-5",
  ],
  ...[
    "ap-southeast-6",
    "ap-southeast-7",
    "ap-south-1",
    "cn-qingdao",
    "cn-beijing",
    "cn-zhangjiakou",
    "cn-huhehaote",
  ],
  ...[
    "cn-wulanchabu",
    "cn-hangzhou",
    "cn-shanghai",
    "cn-nanjing",
    "cn-shenzhen",
    "cn-heyuan",
    "cn-guangzhou",
  ],
  ...[
    "cn-chengdu",
    "cn-hongkong",
    "us-east-1",
    "us-west-1",
    "eu-west-1",
    "eu-central-1",
    "me-east-1",
    "me-central-1",
  ],
]);

/** Refuses a region without the service. A region of the world's own making has it. */
export function checkRegion(region: string, { unsupportedRegions, vpcs, strictIds }: Settings): void {
  const known = !strictIds || regions.has(region) || vpcs.some((vpc) => vpc.region === region);
  if (!known || unsupportedRegions.includes(region)) throw apiError("UnsupportedRegion", "VpcPeer", region);
}

/** Whether a peering leaves or enters mainland China. */
export function isCrossBorder(regionA: string, regionB: string): boolean {
  return isMainland(regionA) !== isMainland(regionB);
}

function isMainland(region: string): boolean {
  return region.startsWith("cn-") && region !== "cn-hongkong";
}
