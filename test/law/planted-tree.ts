import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const CONFIGS = ['.oxlintrc.json', '.oxfmtrc.json', 'tsconfig.json', 'package.json'];

/** A small project in a temporary folder under the house's real configuration. */
export type PlantedTree = { folder: string; remove(): Promise<void> };

/** One finding of a tool: where, and which rule. */
export type Finding = { file: string; rule: string };

/** What the linter found, and how many files it really looked at. */
export type LintResult = { files: number; findings: Finding[] };

/** Writes the files (path to text) beside copies of the house's tool configuration. */
export async function plant(files: Readonly<Record<string, string>>): Promise<PlantedTree> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-law-'));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const name of CONFIGS) await cp(join(ROOT, name), join(folder, name));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Runs a tool of the project in the planted tree; a non-zero exit is an answer, not an error. */
export function runTool(script: string, args: string[], folder: string): Promise<string> {
  const command = [join(ROOT, 'node_modules', script), ...args];
  const options = { cwd: folder, maxBuffer: 32 * 1024 * 1024 };
  return new Promise((settle) => {
    execFile(process.execPath, command, options, (_error, stdout, stderr) => {
      settle(stdout === '' ? stderr : stdout);
    });
  });
}

type OxlintReport = {
  number_of_files: number;
  diagnostics: { code?: string; filename: string }[];
};

/** Lints the planted tree exactly as `npm run lint` lints the house. */
export async function lint(tree: PlantedTree): Promise<LintResult> {
  const text = await runTool('oxlint/bin/oxlint', ['-f', 'json'], tree.folder);
  const report = JSON.parse(text) as OxlintReport;
  const findings = report.diagnostics.map((one) => ({
    file: one.filename.replaceAll('\\', '/'),
    rule: one.code ?? 'directive',
  }));
  return { files: report.number_of_files, findings };
}

/** Rules that were broken in a file, without repetition. */
export function rulesIn(result: LintResult, file: string): string[] {
  const rules = result.findings.filter((one) => one.file === file).map((one) => one.rule);
  return [...new Set(rules)];
}
