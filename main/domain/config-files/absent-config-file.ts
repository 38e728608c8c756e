import type { ConfigFileKind } from './config-file.ts';

/** Why a file that one would expect is not there; text `config-files.absent.<reason>`. */
export type AbsentConfigFile = Readonly<{
  kind: ConfigFileKind;
  place: string;
  owner: string;
  reason:
    | 'nothing-installed'
    | 'front-never-started'
    | 'plugin-never-started'
    | 'folder-unreadable'
    | 'archive-unreadable'
    | 'not-here-any-more';
}>;
