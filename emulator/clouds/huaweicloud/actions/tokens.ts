import { z } from "zod";
import { sameText } from "../../../core/sameText";
import type { Action, ActionContext } from "../action";
import { ApiError } from "../errors";
import type { WorldProject } from "../world";
import type { AccessKey } from "../keyRing";
import { domainName } from "./iam";

const named = z.object({ id: z.string().optional(), name: z.string().optional() });

/** What a token is for: a project, or the account as a whole. Clients name the account beside a project's name, too. */
const scope = z.object({ project: named.optional(), domain: named.optional() });

/** Two ways to prove oneself for a token: with an access key, or with a name and a password. */
const tokenRequest = z.object({
  auth: z.object({
    identity: z.object({
      methods: z.array(z.string()),
      hw_ak_sk: z
        .object({ access: z.object({ key: z.string() }), secret: z.object({ key: z.string() }) })
        .optional(),
      password: z
        .object({ user: named.extend({ password: z.string(), domain: named.optional() }) })
        .optional(),
    }),
    scope: scope.optional(),
  }),
});

const agencyRequest = z.object({
  auth: z.object({
    identity: z.object({
      methods: z.tuple([z.literal("assume_role")]),
      assume_role: z.object({
        agency_name: z.string().min(1),
        domain_name: z.string().optional(),
        domain_id: z.string().optional(),
        duration_seconds: z.int().min(900).max(86_400).default(900),
      }),
    }),
  }),
});

const tokenMs = 24 * 3_600_000;

/**
 * Issues a token for a project, or for an account as a whole. A user's name (or id) and password are here the access
 * key's two halves.
 */
export const createToken: Action = {
  anonymous: true,
  run(context) {
    const { auth } = read(tokenRequest, context.body);
    const { key, name } = signedIn(context, auth.identity);
    const wanted = auth.scope ?? {};
    const { domainId } = key;
    const domain = { id: domainId, name: domainName(context.settings.projects, domainId) };
    if (wanted.domain) refuseOtherDomain(wanted.domain, domain);
    const isForAccount = wanted.domain !== undefined && wanted.project === undefined;
    const project = isForAccount ? undefined : scoped(context, key.project, wanted.project ?? {});
    const now = context.core.clock.now();
    return {
      status: 201,
      headers: {
        "x-subject-token": context.keys.issueToken({ domainId, project, expiresAt: now + tokenMs }),
      },
      body: {
        token: {
          methods: auth.identity.methods,
          issued_at: timeText(now),
          expires_at: timeText(now + tokenMs),
          ...(project === undefined
            ? { domain }
            : { project: { id: project.projectId, name: project.name ?? "cn-north-4", domain } }),
          user: { id: domainId, name: name.slice(0, 4), domain },
          roles: [],
          catalog: [],
        },
      },
    };
  },
};

type Identity = z.output<typeof tokenRequest>["auth"]["identity"];

/** The access key whose two halves were sent, and what it was called by. */
function signedIn(
  { keys, settings }: ActionContext,
  { hw_ak_sk: pair, password }: Identity,
): { readonly key: AccessKey; readonly name: string } {
  const user = password?.user;
  const name = pair?.access.key ?? user?.name ?? user?.id ?? "";
  const secret = pair?.secret.key ?? user?.password ?? "";
  const key = keys.find(name);
  if (!key || !sameText(key.secretKey, secret)) throw wrongPassword();
  const { domainId: id } = key;
  if (user?.domain && !fits(user.domain, { id, name: domainName(settings.projects, id) }))
    throw wrongPassword();
  return { key, name };
}

function wrongPassword(): ApiError {
  return new ApiError("iam", 401, "Unauthorized", "The username or password is wrong.");
}

type Named = z.output<typeof named>;

/** An account by both. */
interface Domain {
  readonly id: string;
  readonly name: string;
}

function refuseOtherDomain(wanted: Named, own: Domain): void {
  if (fits(wanted, own)) return;
  throw new ApiError(
    "iam",
    403,
    "Forbidden",
    `The account ${wanted.id ?? wanted.name ?? ""} is not this user's.`,
  );
}

/** Whether an id or a name is that of this account. */
function fits({ id, name }: Named, own: Domain): boolean {
  return (id ?? own.id) === own.id && (name ?? own.name) === own.name;
}

/** Issues the keys of an agency that another account has made for the caller's. */
export const createTemporaryAccessKey: Action = {
  run(context) {
    const { assume_role: wanted } = read(agencyRequest, context.body).auth.identity;
    const { projects, agencies } = context.settings;
    const project = projects.find(
      ({ domainId, domainName: name = domainId }) =>
        domainId === wanted.domain_id || name === wanted.domain_name,
    );
    const isMade = agencies === undefined || agencies.includes(wanted.agency_name);
    if (!project || !isMade) {
      throw new ApiError("iam", 404, "Not Found", `Could not find agency: ${wanted.agency_name}.`);
    }
    const expiresAt = context.core.clock.now() + wanted.duration_seconds * 1000;
    const { accessKey: access, secretKey: secret, securityToken } = context.keys.issueKey(project, expiresAt);
    const credential = { access, secret, securitytoken: securityToken, expires_at: timeText(expiresAt) };
    return { status: 201, body: { credential } };
  },
};

function scoped({ settings }: ActionContext, own: WorldProject, { id, name }: Named): WorldProject {
  const siblings = settings.projects.filter(({ domainId }) => domainId === own.domainId);
  const named = id !== undefined ? siblings.find((one) => one.projectId === id) : undefined;
  if (id !== undefined && !named) {
    throw new ApiError("iam", 403, "Forbidden", `The project ${id} is not this account's.`);
  }
  return named ?? siblings.find((one) => one.name !== undefined && one.name === name) ?? own;
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join(".") ?? "";
  throw new ApiError("iam", 400, "Bad Request", `The request body is invalid: ${where}.`);
}

/** `2026-01-31T12:00:00.000000Z`. */
function timeText(at: number): string {
  return new Date(at).toISOString().replace(/Z$/, "000Z");
}
