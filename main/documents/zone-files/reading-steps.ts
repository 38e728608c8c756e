/** Work that can be laid down between its steps; each tells the share of the file that is read, from 0 to 1. */
export type ReadingSteps<Value> = Generator<number, Value, void>;

/** The value, all steps at once. */
export function inOneGo<Value>(steps: ReadingSteps<Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
