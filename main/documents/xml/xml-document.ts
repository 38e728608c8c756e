import type { DecodedText, TextPosition } from '../text-encoding/text-encoding.ts';

/** An attribute as written; `start` to `end` are its name, equals sign and quoted value in the text. */
export type XmlAttribute = Readonly<{
  name: string;
  value: string;
  start: number;
  end: number;
}>;

/** Where an element stands in the decoded text, in UTF-16 code units. */
export type XmlSpan = Readonly<{
  /** Of the `<`. */
  start: number;
  /** After the `>` of the start tag. */
  openEnd: number;
  /** Of the `</`; equals `openEnd` when the element closes itself. */
  closeStart: number;
  /** After the last `>`. */
  end: number;
  selfClosed: boolean;
}>;

/** An element of a file: values are decoded, nothing is expanded. */
export type XmlElement = Readonly<{
  /** As written, prefix included. */
  name: string;
  /** From 1, among the siblings of the same name: the number in `name[2]`. */
  index: number;
  /** Its own characters and CDATA, children excluded; line ends are `\n` as XML prescribes. */
  text: string;
  /** `text` without white space around it: what .NET reads as a number, switch or address. */
  trimmed: string;
  /** Whether `xsi:nil` says that there is no value, which is not the same as an empty one. */
  nil: boolean;
  nilAttribute: XmlAttribute | null;
  attributes: readonly XmlAttribute[];
  children: readonly XmlElement[];
  position: TextPosition;
  span: XmlSpan;
}>;

/** A well-formed file: its exact bytes, how they are written, and its elements. */
export type XmlDocument = DecodedText & Readonly<{ root: XmlElement }>;
