import { lineIndex, type LineIndex } from '../text-encoding/line-index.ts';
import type { TextPosition } from '../text-encoding/text-encoding.ts';
import { characterData } from './character-data.ts';
import type { XmlAttribute, XmlElement, XmlSpan } from './xml-document.ts';
import type { StartTag } from './start-tag.ts';

const PART = /<!\[CDATA\[([^]*?)\]\]>|<!--[^]*?-->|<\?[^]*?\?>|([^<]+)/g;
const NO_CHILDREN: XmlElement[] = [];

/** A text whose lines are found when the first place is asked for. */
export class ScannedText {
  readonly text: string;
  private found: LineIndex | null = null;

  constructor(text: string) {
    this.text = text;
  }

  positionOf(at: number): TextPosition {
    this.found ??= lineIndex(this.text);
    return this.found.positionOf(at);
  }
}

/** An element as the scan finds it: where it stands; what it says is read when asked for. */
export class ScannedElement implements XmlElement {
  readonly index: number;
  readonly tag: StartTag;
  children: readonly XmlElement[] = NO_CHILDREN;
  private readonly source: ScannedText;
  private readonly start: number;
  private readonly openEnd: number;
  private closeStart = 0;
  private end = 0;
  private counts: Map<string, number> | null = null;

  constructor(source: ScannedText, tag: StartTag, index: number, start: number, openEnd: number) {
    this.source = source;
    this.tag = tag;
    this.index = index;
    this.start = start;
    this.openEnd = openEnd;
  }

  get name(): string {
    return this.tag.name;
  }

  get attributes(): readonly XmlAttribute[] {
    return this.tag.attributes;
  }

  get nilAttribute(): XmlAttribute | null {
    return this.tag.nilAttribute;
  }

  get nil(): boolean {
    return this.tag.nilAttribute !== null;
  }

  get position(): TextPosition {
    return this.source.positionOf(this.start);
  }

  get span(): XmlSpan {
    const { start, openEnd, closeStart, end } = this;
    return { start, openEnd, closeStart, end, selfClosed: this.tag.selfClosed };
  }

  get text(): string {
    if (this.children.length === 0) return this.textBetween(this.openEnd, this.closeStart);
    const starts = [...this.children.map(({ span }) => span.start), this.closeStart];
    const ends = [this.openEnd, ...this.children.map(({ span }) => span.end)];
    return starts.map((start, at) => this.textBetween(ends[at]!, start)).join('');
  }

  get trimmed(): string {
    return this.text.trim();
  }

  /** The number that the next child of a name gets. */
  countChild(name: string): number {
    this.counts ??= new Map();
    const index = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, index);
    return index;
  }

  addChild(child: XmlElement): void {
    if (this.children === NO_CHILDREN) this.children = [child];
    else (this.children as XmlElement[]).push(child);
  }

  close(closeStart: number, end: number): void {
    this.closeStart = closeStart;
    this.end = end;
    this.counts = null;
  }

  private textBetween(start: number, end: number): string {
    const content = this.source.text.slice(start, end);
    if (!content.includes('<')) return characterData(content);
    return content.replace(PART, (_, cdata?: string, text?: string) =>
      text === undefined ? withLineFeeds(cdata ?? '') : characterData(text),
    );
  }
}

const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n');
