/** What each cloud has of its own in a program: its arguments, and the class of its provider instances. */
export * from "./alicloud";
export * from "./huaweicloud";
export * from "./tencentcloud";
