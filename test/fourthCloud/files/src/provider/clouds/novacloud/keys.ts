import type { Settings } from "../cloud";
import type { KeySource } from "../kit/keys";
import { noKeys, settingsReader } from "../kit/keys";
import type { Keys } from "./sign";

const { setting } = settingsReader("novacloud", { apiKey: ["NOVA_API_KEY"], region: ["NOVA_REGION"] });

/** The key of the instance or stack, else of the environment. */
export function keySource(settings: Settings): KeySource<Keys> {
  return () => {
    const apiKey = setting(settings, "apiKey");
    if (apiKey !== undefined) return Promise.resolve({ apiKey });
    return Promise.reject(
      noKeys("novacloud", "There is no key.", "Set `novacloud:apiKey`, or NOVA_API_KEY."),
    );
  };
}

/** The region that settings name. */
export function regionOf(settings: Settings): Promise<string | undefined> {
  return Promise.resolve(setting(settings, "region"));
}
