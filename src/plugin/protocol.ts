import { createRequire } from "node:module";
import type * as Grpc from "@grpc/grpc-js";
import type * as ProviderMessages from "@pulumi/pulumi/proto/provider_pb";
import type * as ProviderService from "@pulumi/pulumi/proto/provider_grpc_pb";
import type * as PluginMessages from "@pulumi/pulumi/proto/plugin_pb";
import type * as EngineMessages from "@pulumi/pulumi/proto/engine_pb";
import type * as EngineService from "@pulumi/pulumi/proto/engine_grpc_pb";
import type * as StatusMessages from "@pulumi/pulumi/proto/status_pb";
import type * as AnyMessages from "google-protobuf/google/protobuf/any_pb";
import type * as EmptyMessages from "google-protobuf/google/protobuf/empty_pb";
import type * as StructMessages from "google-protobuf/google/protobuf/struct_pb";

/**
 * The messages between the engine and a plugin, as `@pulumi/pulumi` brings them along. They are loaded from where it is
 * installed, and it itself is not: that would take twice as long as all else here.
 */
const load = createRequire(require.resolve("@pulumi/pulumi/package.json"));

export const grpc = load("@grpc/grpc-js") as typeof Grpc;
export const messages = load("./proto/provider_pb.js") as typeof ProviderMessages;
export const { ResourceProviderService } = load("./proto/provider_grpc_pb.js") as typeof ProviderService;
export const { PluginInfo } = load("./proto/plugin_pb.js") as typeof PluginMessages;
export const { LogRequest, LogSeverity } = load("./proto/engine_pb.js") as typeof EngineMessages;
export const { EngineClient } = load("./proto/engine_grpc_pb.js") as typeof EngineService;
export const { Status } = load("./proto/status_pb.js") as typeof StatusMessages;
export const { Any } = load("google-protobuf/google/protobuf/any_pb.js") as typeof AnyMessages;
export const { Empty } = load("google-protobuf/google/protobuf/empty_pb.js") as typeof EmptyMessages;
export const { Struct, Value, ListValue, NullValue } = load(
  "google-protobuf/google/protobuf/struct_pb.js",
) as typeof StructMessages;

export type StructMessage = StructMessages.Struct;
export type ValueMessage = StructMessages.Value;
export type { Grpc, ProviderMessages };
