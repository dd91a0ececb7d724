// What tests of the emulator stand on that tell what is the same on all clouds, and need one to show it on: Alibaba Cloud,
// as in test/clouds/example.cjs.
export * from "./alicloud/clients";
export * from "./alicloud/support";
