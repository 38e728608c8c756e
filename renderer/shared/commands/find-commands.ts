import type { Command } from './command.ts';
import { layoutVariants } from '../../../main/domain/keyboard-layout.ts';

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

const wordsOf = (text: string): readonly string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** 3: begins the title, 2: begins a word of it, 1: begins a keyword or is inside a word; 0: not found. */
function weigh(
  word: string,
  title: string,
  titleWords: readonly string[],
  others: readonly string[],
): number {
  if (title.startsWith(word)) return 3;
  if (titleWords.some((one) => one.startsWith(word))) return 2;
  if (others.some((one) => one.startsWith(word)) || title.includes(word)) return 1;
  return 0;
}

function score(command: Command, query: string): number {
  const title = plain(command.title);
  const titleWords = wordsOf(command.title);
  const others = wordsOf(`${command.group} ${command.keywords ?? ''}`);
  let sum = 0;
  for (const word of query.split(/\s+/).filter(Boolean)) {
    const weight = weigh(word, title, titleWords, others);
    if (weight === 0) return 0;
    sum += weight;
  }
  return sum;
}

/**
 * Commands that fit every word of the query, best first; a query typed in the wrong keyboard layout
 * finds what was meant, after what fits as typed. An empty query finds everything in its given order.
 */
export function findCommands(commands: readonly Command[], query: string): readonly Command[] {
  const text = query.trim();
  if (!text) return commands;
  const variants = layoutVariants(text).map(plain);
  const scored = commands.map((command, order) => {
    const scores = variants.map((variant, place) => score(command, variant) - place * 0.1);
    return { command, order, score: Math.max(...scores) };
  });
  return scored
    .filter((one) => one.score > 0)
    .toSorted((left, right) => right.score - left.score || left.order - right.order)
    .map(({ command }) => command);
}
