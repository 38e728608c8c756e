import { Failure } from '../../../domain/failure.ts';

/** A million positions with their features, and what JSON may hold beside them. */
const MOST_CONTAINERS = 1_300_000;
const MOST_VALUES = 6_000_000;
const DEEPEST = 64;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const isOpening = (code: number): boolean => code === 0x5b || code === 0x7b;
const isClosing = (code: number): boolean => code === 0x5d || code === 0x7d;

/**
 * Where the JSON value that begins at a place ends: behind its last bracket, or at the end of the
 * text when it breaks off. Counts brackets and commas before anything is parsed, since a few bytes
 * of JSON can become a hundred times as much memory; too many are `Failure('refused')`.
 */
export function jsonEnd(text: string, from: number): number {
  let depth = 0;
  let containers = 0;
  let values = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = closingQuote(text, at);
    else if (code === COMMA) values += 1;
    else if (isOpening(code)) {
      depth += 1;
      containers += 1;
      if (depth > DEEPEST || containers > MOST_CONTAINERS) refuse();
    } else if (isClosing(code)) {
      depth -= 1;
      if (depth <= 0) return at + 1;
    }
    if (values > MOST_VALUES) refuse();
  }
  return text.length;
}

function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

function refuse(): never {
  throw new Failure('refused', 'zones.json-intricate', {
    containers: MOST_CONTAINERS,
    depth: DEEPEST,
  });
}
