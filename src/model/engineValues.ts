/** The member by which the engine tells a value of its own kind from an object, in messages and in states. */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";
/** What the member says of a secret. */
export const SECRET = "1b47061264138c4ac30d75fd1eb44270";
/** What it says of a value that somebody will say, or has said. */
export const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
