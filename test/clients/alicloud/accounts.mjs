import { clouds } from "../../../tools/clouds/index.cjs";

const { accounts, settings } = clouds.alicloud;

export const { a: accountA, b: accountB } = accounts;

const keyOf = (/** @type {Record<string, string>} */ { accessKey = "", secretKey = "" }) => ({
  accessKeyId: accessKey,
  accessKeySecret: secretKey,
});

/** The keys of the two accounts, as the official clients call them. */
export const keyA = keyOf(settings.a);
export const keyB = keyOf(settings.b);
