import * as pulumi from "@pulumi/pulumi";
import type { CloudInstance } from "../clouds/cloudInstance";

/**
 * Says on a resource's row that no preflight was made of it, where that is so: the engine asks a provider instance nothing
 * before it knows all of its settings.
 */
export function sayIfUnchecked(resource: pulumi.Resource, instance: CloudInstance | undefined): void {
  const say = async (areKnown: boolean | undefined): Promise<void> => {
    if (instance === undefined || areKnown !== false) return;
    await pulumi.log.info(
      `Not checked by preflight: anything (some settings of the provider instance ${instance.instanceName} are not known yet).`,
      resource,
    );
  };
  // A setting that fails is told where it is used.
  void Promise.resolve(instance?.areSettingsKnown).then(say, () => undefined);
}
