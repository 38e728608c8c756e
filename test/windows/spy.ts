type Work = (...given: never[]) => unknown;

/** A function that remembers what it was given; until it is told otherwise it does `work`. */
export type Spy = ((...given: unknown[]) => unknown) & {
  readonly mock: Readonly<{ calls: unknown[][] }>;
  mockImplementation(work: Work): Spy;
  mockRestore(): void;
};

const restores: (() => void)[] = [];

/** The test runner's `vi.fn`, as far as these tests use it. */
export function spy(work: Work = () => undefined, restore: () => void = () => undefined): Spy {
  const calls: unknown[][] = [];
  let now = work as (...given: unknown[]) => unknown;
  const spied = function (this: unknown, ...given: unknown[]): unknown {
    calls.push(given);
    return now.apply(this, given);
  };
  return Object.assign(spied, {
    mock: { calls },
    mockImplementation(next: Work): Spy {
      now = next as typeof now;
      return this as unknown as Spy;
    },
    mockRestore: restore,
  });
}

/** Puts a spy in the place of a method; the method still does its work. */
export function spyOn<T extends object>(object: T, name: keyof T & string): Spy {
  const own = Object.getOwnPropertyDescriptor(object, name);
  const method = object[name] as Work;
  const restore = (): void => {
    if (own) Object.defineProperty(object, name, own);
    else Reflect.deleteProperty(object, name);
  };
  const spied = spy(method, restore);
  Object.defineProperty(object, name, { value: spied, configurable: true, writable: true });
  restores.push(restore);
  return spied;
}

/** Every method that was replaced is itself again. */
export function restoreAll(): void {
  for (const restore of restores.splice(0).toReversed()) restore();
}
