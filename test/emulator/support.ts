import OpenApi, { $OpenApiUtil } from "@alicloud/openapi-core";
