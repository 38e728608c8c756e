import { Failure, type FailureParams } from '../../domain/failure.ts';

/** Why an archive is not opened; the text belongs to `document.archive.<reason>`. */
export type ArchiveRefusal =
  | 'damaged'
  | 'too-large'
  | 'too-many'
  | 'bomb'
  | 'overlap'
  | 'encrypted'
  | 'method'
  | 'link'
  | 'name'
  | 'twice'
  | 'nested';

/** A whole archive is refused for one bad entry: who sends one is not to be trusted with the rest. */
export function refuseArchive(reason: ArchiveRefusal, params: FailureParams = {}): never {
  throw new Failure('refused', `document.archive.${reason}`, params);
}
