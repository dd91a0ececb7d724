/** The clouds that the emulator knows, by the names used everywhere in this package. */
export const cloudNames = ["alicloud", "tencentcloud", "huaweicloud"] as const;

/** One of {@link cloudNames}. */
export type CloudName = (typeof cloudNames)[number];
