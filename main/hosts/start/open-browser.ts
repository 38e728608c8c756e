import { spawn } from 'node:child_process';

type Surroundings = Readonly<{
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
}>;

/** The program that opens an address in the default browser; null where no screen is attached. */
export function browserOpener(
  address: string,
  { platform, env }: Surroundings = process,
): readonly [string, ...string[]] | null {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  if (platform === 'darwin') return ['open', address];
  const hasScreen = env['DISPLAY'] !== undefined || env['WAYLAND_DISPLAY'] !== undefined;
  return hasScreen ? ['xdg-open', address] : null;
}

/** Opens the address where a browser can be seen; without one nothing happens. */
export function openBrowser(address: string): void {
  const opener = browserOpener(address);
  if (!opener) return;
  const [program, ...args] = opener;
  const child = spawn(program, args, { stdio: 'ignore', detached: true, shell: false });
  child.on('error', () => undefined);
  child.unref();
}
