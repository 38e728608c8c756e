/** What kind of thing went wrong, as a person would sort it. */
export type FailureKind =
  | 'invalid'
  | 'not-found'
  | 'conflict'
  | 'unreachable'
  | 'refused'
  | 'busy'
  | 'unexpected';

/** Values that fill the placeholders of a failure's text in `resources/locales/`. */
export type FailureParams = Readonly<Record<string, string | number>>;

/** A failure as plain data: what crosses every border (thread, window, network, command line). */
export type FailureData = Readonly<{
  kind: FailureKind;
  /** Key of the text under `failure.` in the locales, for example `iiko-cloud.login-refused`. */
  code: string;
  params: FailureParams;
  /** Finds the entry in the log; set for `unexpected` and for failures of outside systems. */
  reference?: string;
}>;

/**
 * An expected failure that a person can be told about. Anything else that is thrown is a bug.
 * The message is for logs only; people read the text that belongs to `code`.
 */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly code: string;
  readonly params: FailureParams;
  readonly reference: string | undefined;

  constructor(
    kind: FailureKind,
    code: string,
    params: FailureParams = {},
    options: { cause?: unknown; reference?: string } = {},
  ) {
    super(`${kind}: ${code} ${JSON.stringify(params)}`, { cause: options.cause });
    this.name = 'Failure';
    this.kind = kind;
    this.code = code;
    this.params = params;
    this.reference = options.reference;
  }

  toData(): FailureData {
    const data = { kind: this.kind, code: this.code, params: this.params };
    return this.reference === undefined ? data : { ...data, reference: this.reference };
  }

  static fromData(data: FailureData): Failure {
    const options = data.reference === undefined ? {} : { reference: data.reference };
    return new Failure(data.kind, data.code, data.params, options);
  }
}
