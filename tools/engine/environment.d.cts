/** The folder with the engine's programs, which `npm run engine` fills. */
export declare const engineBin: string;

export interface EngineIsolation {
  /** The home folder, the engine's own files and the state of all stacks are kept under this one. */
  folder: string;
  /** Where the engine's programs are; the default is `engineBin`. */
  bin?: string;
  /** The environment to start from; the default is that of this process. */
  from?: NodeJS.ProcessEnv;
  /** Whether the engine may print colours; the default is no. */
  colours?: boolean;
  /** Variables to set last. */
  set?: NodeJS.ProcessEnv;
}

/**
 * The environment for running the engine, and the programs it runs, cut off from the rest of the machine: state and
 * settings in a folder of their own, no account, no credentials of a cloud, no proxy, no download.
 */
export declare function engineEnvironment(isolation: EngineIsolation): NodeJS.ProcessEnv;
