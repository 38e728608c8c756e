import type { z } from 'zod';
import {
  provisioningFile,
  type ProvisioningFile,
  type ProvisioningProblems,
} from '../../contract/provisioning.ts';
import {
  readPositionedJson,
  type JsonPath,
  type PositionedJson,
} from '../../documents/json/positioned-json.ts';
import { Failure, type FailureData } from '../../domain/failure.ts';

/** A file that fits its schema, with the places of its parts. */
export type ReadFile = Readonly<{ file: ProvisioningFile; written: PositionedJson }>;

/** Reads the text; problems name line and column. */
export function readFile(
  text: string,
): ReadFile | Readonly<{ file: null; problems: ProvisioningProblems }> {
  try {
    const written = readPositionedJson(text);
    const read = provisioningFile.safeParse(written.value);
    if (read.success) return { file: read.data, written };
    return { file: null, problems: read.error.issues.flatMap((one) => problemsOf(one, written)) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { file: null, problems: [error.toData()] };
  }
}

/** The failure with the place of the part it is about. */
export function placed(failure: Failure, path: JsonPath, written: PositionedJson): FailureData {
  const { line, column } = written.positionOf(path);
  return new Failure(failure.kind, failure.code, {
    ...failure.params,
    line,
    column,
    path: pathText(path),
  }).toData();
}

function problemsOf(issue: z.core.$ZodIssue, written: PositionedJson): FailureData[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const unknown = new Failure('invalid', 'provisioning.unknown-field', { field: key });
      return placed(unknown, [...path, key], written);
    });
  }
  if (valueAt(written.value, path) === undefined) {
    const field = String(path.at(-1) ?? '');
    const missing = new Failure('invalid', 'provisioning.missing-field', { field });
    return [placed(missing, path.slice(0, -1), written)];
  }
  return [placed(misfit(issue), path, written)];
}

/** A value that does not fit, with what may stand there as far as that fits into a sentence. */
function misfit(issue: z.core.$ZodIssue): Failure {
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String).join(', ');
    return new Failure('invalid', 'provisioning.not-one-of', { choices });
  }
  const isNumber = 'origin' in issue && (issue.origin === 'number' || issue.origin === 'int');
  if (issue.code === 'too_small' && isNumber) {
    return new Failure('invalid', 'provisioning.too-little', { least: Number(issue.minimum) });
  }
  if (issue.code === 'too_big' && isNumber) {
    return new Failure('invalid', 'provisioning.too-much', { most: Number(issue.maximum) });
  }
  return new Failure('invalid', 'provisioning.wrong-value');
}

const valueAt = (value: unknown, path: JsonPath): unknown =>
  path.reduce<unknown>(
    (part, step) =>
      typeof part === 'object' && part !== null && Object.hasOwn(part, step)
        ? (part as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );

const pathText = (path: JsonPath): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
