/** The encodings that iiko's local files come in; `iso-8859-1` is the one of Java properties. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'iso-8859-1';

/** How the lines of a file end; `none` when it has one line only. */
export type NewlineStyle = 'crlf' | 'lf' | 'cr' | 'mixed' | 'none';

/** A place in a text as an editor shows it: both count from 1, columns in UTF-16 code units. */
export type TextPosition = Readonly<{ line: number; column: number }>;

/** Something to show beside a file that could be read nevertheless; its text is `documents.warning.<code>`. */
export type DocumentWarning = Readonly<{
  code: string;
  params: Readonly<Record<string, string | number>>;
}>;

/** A file's text beside its bytes: one can be found in the other exactly, and no byte is ever re-encoded. */
export type DecodedText = Readonly<{
  bytes: Uint8Array;
  /** Without the byte order mark. */
  text: string;
  encoding: TextEncoding;
  /** Whether the file begins with a byte order mark. */
  bom: boolean;
  newline: NewlineStyle;
  warnings: readonly DocumentWarning[];
}>;
