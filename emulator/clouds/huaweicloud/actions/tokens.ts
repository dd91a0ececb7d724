import { z } from "zod";
import { sameText } from "../../../core/sameText";
import type { Action, ActionContext } from "../action";
import { ApiError } from "../errors";
import type { WorldProject } from "../world";
import { domainName } from "./iam";

const scope = z.object({ project: z.object({ id: z.string().optional(), name: z.string().optional() }) });

/** Two ways to prove oneself for a token: with an access key, or with a name and a password. */
const tokenRequest = z.object({
  auth: z.object({
    identity: z.object({
      methods: z.array(z.string()),
      hw_ak_sk: z
        .object({ access: z.object({ key: z.string() }), secret: z.object({ key: z.string() }) })
        .optional(),
      password: z.object({ user: z.object({ name: z.string(), password: z.string() }) }).optional(),
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

/** Issues a token for a project. A user's name and password are here the access key's two halves. */
export const createToken: Action = {
  anonymous: true,
  run(context) {
    const { auth } = read(tokenRequest, context.body);
    const { hw_ak_sk: pair, password } = auth.identity;
    const accessKey = pair?.access.key ?? password?.user.name ?? "";
    const secretKey = pair?.secret.key ?? password?.user.password ?? "";
    const key = context.keys.find(accessKey);
    if (!key || !sameText(key.secretKey, secretKey)) {
      throw new ApiError("iam", 401, "Unauthorized", "The username or password is wrong.");
    }
    const project = scoped(context, key.project, auth.scope?.project ?? {});
    const now = context.core.clock.now();
    const domain = { id: project.domainId, name: domainName(context.settings.projects, project.domainId) };
    return {
      status: 201,
      headers: { "x-subject-token": context.keys.issueToken(project, now + tokenMs) },
      body: {
        token: {
          methods: auth.identity.methods,
          issued_at: timeText(now),
          expires_at: timeText(now + tokenMs),
          project: { id: project.projectId, name: project.name ?? "cn-north-4", domain },
          user: { id: key.domainId, name: accessKey.slice(0, 4), domain },
          roles: [],
          catalog: [],
        },
      },
    };
  },
};

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

function scoped(
  { settings }: ActionContext,
  own: WorldProject,
  { id, name }: { id?: string | undefined; name?: string | undefined },
): WorldProject {
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
