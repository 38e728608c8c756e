import type { AbsentConfigFile } from '../../domain/config-files/absent-config-file.ts';
import type { ConfigBrand, ConfigFileKind } from '../../domain/config-files/config-file.ts';
import type { Instant } from '../../domain/orders/order.ts';

/** A file of iiko's programs as it was found on the disk or in an archive. */
export type IikoFile = Readonly<{
  kind: ConfigFileKind;
  brand: ConfigBrand;
  /** Windows profile, or the folder of an added root. */
  owner: string;
  /** Folder of the till, of the iikoOffice profile or of the server; its files belong together. */
  place: string;
  /** Inside an archive: the archive's path, `!/`, the entry's name. */
  path: string;
  modifiedAt: Instant;
  size: number;
  /** SHA-256 in hex; '' for logs, which are not kept. */
  hash: string;
  /** The root under which it was found, links resolved; it is read under this folder only. */
  root: string;
  inArchive: boolean;
  /** Version of iiko, where the file tells it. */
  programVersion: string | null;
}>;

/** What a search found under a root, newest first, and what it missed. */
export type FoundIikoFiles = Readonly<{
  files: readonly IikoFile[];
  absent: readonly AbsentConfigFile[];
}>;
