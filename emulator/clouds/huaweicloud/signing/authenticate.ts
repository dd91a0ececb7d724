import type { Clock } from "../../../core/time/clock";
import { header, type RawRequest } from "../../../core/http/http";
import { sameText } from "../../../core/sameText";
import { gatewayError } from "../errors";
import type { AccessKey, Caller, KeyRing } from "../keyRing";
import { readSdk } from "./sdk";
import type { WorldProject, Settings } from "../world";

const maxSkewMs = 15 * 60_000;

/** Finds out who asks, by signature or by token, and in which project. */
export class Authenticator {
  constructor(
    private readonly clock: Clock,
    private readonly keys: KeyRing,
    private readonly settings: Settings,
  ) {}

  /** The caller, or the gateway's error. */
  authenticate(request: RawRequest): Caller {
    const token = header(request, "x-auth-token");
    return token === undefined ? this.#bySignature(request) : this.#byToken(token);
  }

  #bySignature(request: RawRequest): Caller {
    if (header(request, "authorization") === undefined) {
      throw gatewayError("APIGW.0301", ": neither Authorization nor X-Auth-Token is there");
    }
    const claim = readSdk(request);
    const key = this.keys.find(claim.accessKey);
    if (!key) throw gatewayError("APIGW.0301", ": verify aksk signature fail");
    this.#checkDate(claim.date);
    this.#checkSecurityToken(key, claim.securityToken);
    if (!sameText(claim.signature, claim.sign(key.secretKey))) {
      throw gatewayError("APIGW.0301", ": verify aksk signature fail");
    }
    const project = this.#projectFor(key, header(request, "x-project-id"));
    return { domainId: key.domainId, projectId: project.projectId };
  }

  #byToken(text: string): Caller {
    const token = this.keys.findToken(text);
    if (!token || this.clock.now() >= token.expiresAt) {
      throw gatewayError("APIGW.0301", ": decrypt token fail");
    }
    return { domainId: token.domainId, projectId: token.project?.projectId ?? "" };
  }

  #checkDate(date: string): void {
    const [, day, time] = /^(\d{8})T(\d{6})Z$/.exec(date) ?? [];
    const iso = `${day?.replace(/(....)(..)(..)/, "$1-$2-$3")}T${time?.replace(/(..)(..)(..)/, "$1:$2:$3")}Z`;
    const at = Date.parse(iso);
    if (Number.isNaN(at)) throw gatewayError("APIGW.0301", ": x-sdk-date has another form");
    if (this.clock.skewOf(at) > maxSkewMs) {
      throw gatewayError(this.settings.guesses.skewCode, ": the signature has expired");
    }
  }

  #checkSecurityToken(key: AccessKey, token: string | undefined): void {
    if (key.securityToken === undefined && token === undefined) return;
    const isRight =
      token !== undefined && key.securityToken !== undefined && sameText(token, key.securityToken);
    if (!isRight) throw gatewayError("APIGW.0301", ": the security token is wrong");
    if (this.clock.now() >= key.expiresAt)
      throw gatewayError("APIGW.0301", ": the security token has expired");
  }

  /** Calls say which of the account's projects they are for; without that they are for the key's own. */
  #projectFor(key: AccessKey, projectId: string | undefined): WorldProject {
    if (projectId === undefined || projectId === key.project.projectId) return key.project;
    const named = this.settings.projects.find((project) => project.projectId === projectId);
    if (named?.domainId === key.domainId) return named;
    throw gatewayError(this.settings.guesses.foreignProjectCode, `: project ${projectId}`);
  }
}
