/*
 * java.util.Properties.load, followed step by step as the JDK's documentation describes it: first
 * logical lines, then key and value. It is slow and keeps no positions, and shares no code with
 * the reader it checks.
 */
const WHITE = [' ', '\t', '\f'];

/** Keys and values in order, or null where Java throws. */
export function readAsJava(text: string): [string, string][] | null {
  try {
    return logicalLines(text).map(split);
  } catch {
    return null;
  }
}

function logicalLines(text: string): string[] {
  const natural = text.split(/\r\n|\r|\n/);
  const lines: string[] = [];
  for (let at = 0; at < natural.length; at += 1) {
    let line = withoutIndent(natural[at]!);
    while (isOpen(line) && line === '\\' && at + 1 < natural.length)
      line = withoutIndent(natural[(at += 1)]!);
    if (line === '' || line.startsWith('#') || line.startsWith('!')) continue;
    while (isOpen(line) && at + 1 < natural.length)
      line = line.slice(0, -1) + withoutIndent(natural[(at += 1)]!);
    if (isOpen(line)) line = line.slice(0, -1);
    lines.push(line);
  }
  return lines;
}

function withoutIndent(line: string): string {
  let at = 0;
  while (WHITE.includes(line.charAt(at))) at += 1;
  return line.slice(at);
}

/** Whether an odd number of backslashes ends the line. */
function isOpen(line: string): boolean {
  let count = 0;
  while (line.charAt(line.length - 1 - count) === '\\') count += 1;
  return count % 2 === 1;
}

function split(whole: string): [string, string] {
  let end = 0;
  while (end < whole.length && !'=: \t\f'.includes(whole.charAt(end)))
    end += whole.charAt(end) === '\\' ? 2 : 1;
  let start = Math.min(end, whole.length);
  while (WHITE.includes(whole.charAt(start))) start += 1;
  if (whole.charAt(start) === '=' || whole.charAt(start) === ':') start += 1;
  while (WHITE.includes(whole.charAt(start))) start += 1;
  return [unescaped(whole.slice(0, end)), unescaped(whole.slice(start))];
}

function unescaped(written: string): string {
  let value = '';
  for (let at = 0; at < written.length; at += 1) {
    if (written.charAt(at) !== '\\') {
      value += written.charAt(at);
      continue;
    }
    at += 1;
    const letter = written.charAt(at);
    if (letter !== 'u') {
      value += ({ t: '\t', n: '\n', r: '\r', f: '\f' } as Record<string, string>)[letter] ?? letter;
      continue;
    }
    const digits = written.slice(at + 1, at + 5);
    if (digits.length < 4 || /[^0-9a-fA-F]/.test(digits)) throw new Error('Malformed \\uxxxx');
    value += String.fromCharCode(Number.parseInt(digits, 16));
    at += 4;
  }
  return value;
}
