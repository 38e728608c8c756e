import { Failure } from '../../domain/failure.ts';
import type { XmlDocument, XmlElement } from './xml-document.ts';

const STEP = /^([^[\]/]+)(?:\[([1-9][0-9]{0,6})\])?$/;

type Step = Readonly<{ name: string; index: number }>;

/**
 * The element at a path below the root, `serverUrl`, `allowedParsers[2]` or `fastMenuConfig/width`,
 * or null; the empty path is the root. A text that is no path is a `Failure('invalid')`.
 */
export function elementAt(document: XmlDocument, path: string): XmlElement | null {
  let element: XmlElement | undefined = document.root;
  for (const { name, index } of stepsOf(path)) {
    const children: readonly XmlElement[] = element.children;
    element = children.find((child) => child.name === name && child.index === index);
    if (!element) return null;
  }
  return element;
}

/** The element at a path, or a `Failure('not-found')`. */
export function requireElement(document: XmlDocument, path: string): XmlElement {
  const element = elementAt(document, path);
  if (!element) throw new Failure('not-found', 'document.no-element', { path });
  return element;
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
