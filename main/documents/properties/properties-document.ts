import type { DecodedText, TextPosition } from '../text-encoding/text-encoding.ts';

/** One key and its value as Java reads them, and where they stand in the text, in code units. */
export type PropertyEntry = Readonly<{
  key: string;
  value: string;
  position: TextPosition;
  span: Readonly<{
    /** Of the line, its indentation included. */
    start: number;
    keyStart: number;
    keyEnd: number;
    /** After the separator and the white space round it. */
    valueStart: number;
    /** Of the value, continued lines included. */
    end: number;
    /** After the line end. */
    lineEnd: number;
  }>;
}>;

/** A file of Java properties: its exact bytes and its entries in order, duplicates included. */
export type PropertiesDocument = DecodedText & Readonly<{ entries: readonly PropertyEntry[] }>;
