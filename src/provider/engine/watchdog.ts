import net from "node:net";

const EVERY_MS = 1_000;
const REFUSALS = 2;

/**
 * Ends this process when the engine is gone. A killed engine tells its providers nothing, and they would
 * live on for ever. Runs in the engine's provider process only, never in a program or a test.
 */
export function watchEngine(argv: readonly string[] = process.argv): void {
  if (isProviderProcess(argv)) watch(argv[2] ?? "");
}

/** The same for any process, and the engine at an address such as `127.0.0.1:35791`. */
export function watch(engine: string): void {
  const address = /^127\.0\.0\.1:(\d+)$/.exec(engine);
  if (address === null) return;
  let refused = 0;
  const look = (): void => {
    const socket = net.connect(Number(address[1]), "127.0.0.1");
    socket.on("connect", () => {
      refused = 0;
      socket.destroy();
    });
    socket.on("error", () => {
      if (++refused >= REFUSALS) process.exit(1);
    });
  };
  setInterval(look, EVERY_MS).unref();
}

/** Whether this is the process in which the engine runs dynamic providers. */
export function isProviderProcess(argv: readonly string[] = process.argv): boolean {
  return /cmd[\\/]dynamic-provider([\\/]index\.js)?$/.test(argv[1] ?? "");
}
