import { cloud } from "./words.mjs";

/** Whose keys there are: what is answered. */
export const whose = {
  accountId: { type: "string", description: "The account, on Alibaba Cloud and Tencent Cloud." },
  projectId: { type: "string", description: "The project, on Huawei Cloud." },
  region: { type: "string", description: "The region." },
};
/** What is asked for that. */
export const asked = {
  cloud: { ...cloud, description: "The cloud." },
  where: { type: "string", description: "The region to ask in. Default: the provider instance's." },
};
