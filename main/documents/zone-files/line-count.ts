/**
 * Tells lines of places that are asked in the order they stand in a text, without a list of all
 * lines: sixteen megabytes may be nothing but line ends.
 */
export class LineCount {
  private readonly text: string;
  private line = 1;
  /** Of the next line end; -1 when there is none any more. */
  private next: number;

  constructor(text: string) {
    this.text = text;
    this.next = text.indexOf('\n');
  }

  /** The line of a place, from 1; a place before the last one asked for has that one's line. */
  lineAt(place: number): number {
    while (this.next !== -1 && this.next < place) {
      this.line += 1;
      this.next = this.text.indexOf('\n', this.next + 1);
    }
    return this.line;
  }
}
