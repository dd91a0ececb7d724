import { alicloud } from "./alicloud/cloud";
import { huaweicloud } from "./huaweicloud/cloud";
import { tencentcloud } from "./tencentcloud/cloud";

/** Every cloud of the emulator. A request goes to the first that recognises it. */
export const clouds = [alicloud, tencentcloud, huaweicloud] as const;
