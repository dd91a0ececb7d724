/** The answer does not say what was asked. What it says instead is a clause. */
export class Unclear extends Error {
  override readonly name = "Unclear";
}
