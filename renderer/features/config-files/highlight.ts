/** What a piece of a line is, for its colour. */
export type TokenType =
  | 'plain'
  | 'comment'
  | 'tag'
  | 'attribute'
  | 'string'
  | 'declaration'
  | 'key';

/** A piece of a line; the pieces of a line together are the line. */
export type Token = Readonly<{ type: TokenType; text: string }>;

type Mode = 'text' | 'comment' | 'cdata' | 'tag' | 'declaration';

const ENDS: Readonly<Record<Exclude<Mode, 'text'>, string>> = {
  comment: '-->',
  cdata: ']]>',
  tag: '>',
  declaration: '?>',
};

const STARTS: readonly (readonly [text: string, mode: Exclude<Mode, 'text'>])[] = [
  ['<!--', 'comment'],
  ['<![CDATA[', 'cdata'],
  ['<?', 'declaration'],
  ['<', 'tag'],
];

/** Colours for XML, line by line; never fails on text that is not well-formed. */
export function highlightXml(text: string): readonly (readonly Token[])[] {
  let mode: Mode = 'text';
  return text.split('\n').map((line) => {
    const tokens: Token[] = [];
    let at = 0;
    while (at < line.length) {
      const [piece, next] = takePiece(line, at, mode);
      tokens.push(...tokensOf(piece, pieceMode(piece, mode)));
      at += piece.length;
      mode = next;
    }
    return tokens;
  });
}

/** The longest piece of one mode from here, and the mode after it. */
function takePiece(line: string, at: number, mode: Mode): readonly [string, Mode] {
  if (mode === 'text') {
    const start = line.indexOf('<', at);
    if (start > at) return [line.slice(at, start), 'text'];
    if (start < 0) return [line.slice(at), 'text'];
    const entered = STARTS.find(([text]) => line.startsWith(text, at))?.[1] ?? 'tag';
    return takePiece(line, at, entered);
  }
  const end = line.indexOf(ENDS[mode], at);
  if (end < 0) return [line.slice(at), mode];
  return [line.slice(at, end + ENDS[mode].length), 'text'];
}

const pieceMode = (piece: string, mode: Mode): Mode =>
  mode === 'text' && piece.startsWith('<')
    ? (STARTS.find(([text]) => piece.startsWith(text))?.[1] ?? 'tag')
    : mode;

const SIMPLE: Readonly<Record<Exclude<Mode, 'tag'>, TokenType>> = {
  text: 'plain',
  cdata: 'string',
  comment: 'comment',
  declaration: 'declaration',
};

function tokensOf(piece: string, mode: Mode): readonly Token[] {
  if (mode !== 'tag') return [{ type: SIMPLE[mode], text: piece }];
  const parts = piece.split(/(\s+[^\s=<>/"']+(?==)|=|"[^"]*"|'[^']*')/);
  return parts.filter(Boolean).map((text) => ({ type: tagPart(text), text }));
}

function tagPart(text: string): TokenType {
  if (/^["']/.test(text)) return 'string';
  if (text === '=') return 'plain';
  return /^\s/.test(text) && text.trim() !== '' && !/[<>/]/.test(text) ? 'attribute' : 'tag';
}

/** Colours for Java properties: comments, keys, values. */
export function highlightProperties(text: string): readonly (readonly Token[])[] {
  let continued = false;
  return text.split('\n').map((line) => {
    const isValue = continued;
    const isComment = !isValue && /^\s*[#!]/.test(line);
    continued = !isComment && /(^|[^\\])(\\\\)*\\$/.test(line.replace(/\r$/, ''));
    if (isComment) return [{ type: 'comment', text: line }];
    return isValue ? [{ type: 'string', text: line }] : pairTokens(line);
  });
}

function pairTokens(line: string): readonly Token[] {
  const match = /^(\s*(?:\\.|[^\\=:\s])+)(\s*[=:]?\s*)(.*)$/s.exec(line);
  if (!match) return line === '' ? [] : [{ type: 'plain', text: line }];
  const [, key = '', between = '', value = ''] = match;
  const tokens: Token[] = [
    { type: 'key', text: key },
    { type: 'plain', text: between },
    { type: 'string', text: value },
  ];
  return tokens.filter(({ text }) => text !== '');
}

/** A line with its number from 1, and where in it each piece begins. */
export type ColouredLine = Readonly<{
  number: number;
  tokens: readonly (Token & Readonly<{ at: number }>)[];
}>;

/** Lines without colours. */
export const plainLines = (text: string): readonly (readonly Token[])[] =>
  text.split('\n').map((line) => [{ type: 'plain', text: line }]);

/** Gives every line its number and every piece its place. */
export function numberLines(lines: readonly (readonly Token[])[]): readonly ColouredLine[] {
  return lines.map((tokens, index) => {
    let next = 0;
    const placed = tokens.map((token) => {
      const at = next;
      next += token.text.length;
      return { ...token, at };
    });
    return { number: index + 1, tokens: placed };
  });
}
