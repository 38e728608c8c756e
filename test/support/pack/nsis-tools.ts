import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** makensis calls libraries of 32 bits. */
export const GCC_32 = 'i686-w64-mingw32-gcc';

const PLUGINS = ['StdUtils', 'UAC', 'nsProcess', 'WinShell', 'SpiderBanner', 'inetc', 'Nsis7z'];

/** The uninstaller is written by running the first pass, which needs a Windows of 32 bits: a dummy here. */
const MAKENSIS = `#!/bin/sh
unset NSISDIR
for word in "$@"; do
  case "$word" in
    -DUNINSTALLER_OUT_FILE=*) uninstaller=$(printf %s "\${word#*=}" | sed 's/^Z://; s/\\\\\\\\/\\//g') ;;
  esac
done
[ -z "$uninstaller" ] || [ -e "$uninstaller" ] || cp "$(dirname "$0")/../elevate.exe" "$uninstaller"
exec /usr/bin/makensis "$@"
`;

/** Nothing of Windows is run: what would be is written by the shim above. */
const WINE = '#!/bin/sh\nexit 0\n';

/**
 * Debian's makensis as electron-builder expects it, with libraries that only have the functions'
 * names: enough to compile the whole script with our texts and switches, not to install anything.
 * Answers the environment for electron-builder.
 */
export function makeNsisTools(root: string, folder: string): NodeJS.ProcessEnv {
  const nsis = join(folder, 'nsis');
  const plugins = join(folder, 'resources', 'plugins', 'x86-unicode');
  for (const one of [join(nsis, 'linux'), join(folder, 'bin'), plugins]) {
    mkdirSync(one, { recursive: true });
  }
  writeFileSync(join(nsis, 'linux', 'makensis'), MAKENSIS, { mode: 0o755 });
  for (const name of ['wine', 'wine64']) {
    writeFileSync(join(folder, 'bin', name), WINE, { mode: 0o755 });
  }
  const called = functionsCalled(root);
  for (const plugin of PLUGINS) compile(join(plugins, `${plugin}.dll`), called.get(plugin) ?? []);
  compile(join(nsis, 'elevate.exe'), null);
  return {
    PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
    ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za',
    ELECTRON_BUILDER_NSIS_DIR: nsis,
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: join(folder, 'resources'),
  };
}

function compile(file: string, functions: readonly string[] | null): void {
  const source = `${file}.c`;
  const body = (functions ?? []).map((name) => `__declspec(dllexport) void ${name}(void) {}\n`);
  writeFileSync(source, functions === null ? 'int main(void) { return 0; }\n' : body.join(''));
  execFileSync(GCC_32, ['-s', ...(functions === null ? [] : ['-shared']), '-o', file, source]);
}

/** Which functions of each library the builder's own script calls. */
function functionsCalled(root: string): ReadonlyMap<string, readonly string[]> {
  const templates = join(root, 'node_modules', 'app-builder-lib', 'templates', 'nsis');
  const called = new Map<string, Set<string>>(PLUGINS.map((name) => [name, new Set()]));
  for (const file of globSync('**/*.{nsh,nsi}', { cwd: templates })) {
    const text = readFileSync(join(templates, file), 'utf8');
    for (const [, plugin, name] of text.matchAll(/\b(\w+)::(\w+)/g)) {
      const known = PLUGINS.find((one) => one.toLowerCase() === plugin!.toLowerCase());
      if (known) called.get(known)!.add(name!);
    }
  }
  return new Map([...called].map(([plugin, names]) => [plugin, [...names]]));
}
