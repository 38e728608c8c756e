import { Failure } from '../../domain/failure.ts';
import type { XmlDocument, XmlElement } from './xml-document.ts';

const STEP = /^([^[\]/]+)(?:\[([1-9][0-9]{0,6})\])?$/;

type Step = Readonly<{ name: string; index: number }>;

/**
 * The element at a path below the root, `serverUrl`, `allowedParsers[2]` or `fastMenuConfig/width`,
 * or null; the empty path is the root. A text that is no path is a `Failure('invalid')`.
 */
export const elementAt = (document: XmlDocument, path: string): XmlElement | null =>
  wayTo(document, path)?.at(-1) ?? null;

/** The element at a path, or a `Failure('not-found')`. */
export const requireElement = (document: XmlDocument, path: string): XmlElement =>
  elementsTo(document, path).at(-1)!;

/** The root and every element from it down to the one at a path, or a `Failure('not-found')`. */
export function elementsTo(document: XmlDocument, path: string): readonly XmlElement[] {
  const way = wayTo(document, path);
  if (!way) throw new Failure('not-found', 'document.no-element', { path });
  return way;
}

function wayTo(document: XmlDocument, path: string): readonly XmlElement[] | null {
  const way = [document.root];
  for (const { name, index } of stepsOf(path)) {
    const next = way.at(-1)!.children.find((child) => child.name === name && child.index === index);
    if (!next) return null;
    way.push(next);
  }
  return way;
}

/** Every element below the root with its path, in the order of the file. */
export function* eachElement(
  document: XmlDocument,
): Generator<readonly [path: string, element: XmlElement]> {
  yield* childrenOf(document.root, '');
}

function* childrenOf(
  parent: XmlElement,
  before: string,
): Generator<readonly [path: string, element: XmlElement]> {
  for (const child of parent.children) {
    const path = before + stepTo(child);
    yield [path, child];
    yield* childrenOf(child, `${path}/`);
  }
}

const stepTo = ({ name, index }: XmlElement): string => (index === 1 ? name : `${name}[${index}]`);

function stepsOf(path: string): Step[] {
  return path === '' ? [] : path.split('/').map((step) => stepOf(step, path));
}

function stepOf(step: string, path: string): Step {
  const found = STEP.exec(step);
  if (!found) throw new Failure('invalid', 'document.path', { path });
  return { name: found[1]!, index: Number(found[2] ?? 1) };
}
