import { redacted } from "../../io/secrets";
import { Recent } from "../../model/recent";
import { safely } from "../../model/shown";
import type { Row } from "../clouds/cloud";
import type { LineKind } from "./engineLog";
import { showOnRow } from "./engineLog";
import { progressOn } from "./progress";

/** Runs an operation with its resource's own row, on which nothing that it says shows a secret. */
export async function onRow<T>(urn: string | undefined, operation: (row: Row) => Promise<T>): Promise<T> {
  const progress = progressOn(urn);
  const row: Row = {
    report: (message) => {
      progress.report(safely(redacted(message)));
    },
    warn: (message) => {
      showOnRow(urn, safely(redacted(message)), "warning");
    },
  };
  try {
    return await operation(row);
  } finally {
    progress.end();
  }
}

/** Shows lines on rows, each once: the engine may check and compare a resource several times in one run. */
export class Announcer {
  private readonly shown = new Recent<string>();

  say(urn: string | undefined, text: string, kind: LineKind): void {
    const line = `${urn ?? ""} ${text}`;
    if (this.shown.has(line)) return;
    this.shown.add(line);
    showOnRow(urn, safely(redacted(text)), kind);
  }
}
