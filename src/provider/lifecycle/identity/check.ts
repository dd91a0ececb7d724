import type { Caller, Checked } from "../resource";
import type { IdentityInputs } from "./inputs";

/** Checks that there is a region to ask in. */
export async function checkIdentity(
  inputs: IdentityInputs,
  { session }: Caller,
): Promise<Checked<IdentityInputs>> {
  const { module } = await session.open(inputs.cloud);
  const complaints = module.complaints.identity({ ...inputs });
  if (complaints.length > 0) return { inputs, complaints };
  const region = inputs.where ?? (await module.region(session.settings));
  return { inputs, complaints: region === undefined ? [missingRegion(inputs)] : [] };
}

/** What to do where no region is named. */
export function missingRegion({ cloud }: IdentityInputs): string {
  return `No region: name one in \`requester.region\` and \`accepter.region\`, in the provider instance, or with \`pulumi config set ${cloud}:region …\`.`;
}
