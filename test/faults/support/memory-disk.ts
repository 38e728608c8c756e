import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MOUNT = '/bin/mount';
const UNMOUNT = '/bin/umount';

/** Whether this machine lets a test mount a disk: Linux, as root. Says so where it does not. */
export function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return saySkipped();
  const folder = mkdtempSync(join(tmpdir(), 'desk-mount-'));
  const mounted = spawnSync(MOUNT, ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  if (mounted.status === 0) execFileSync(UNMOUNT, [folder]);
  rmSync(folder, { recursive: true, force: true });
  return mounted.status === 0 || saySkipped();
}

function saySkipped(): false {
  console.log('Tests on mounted disks are skipped: this needs root on Linux.');
  return false;
}

/** Mounts a disk in memory of the given size for as long as the work takes. */
export async function withMemoryDisk(
  size: string,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-disk-'));
  execFileSync(MOUNT, ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  try {
    await work(folder);
  } finally {
    execFileSync(UNMOUNT, ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the disk larger or smaller while it is in use. */
export function resizeMemoryDisk(folder: string, size: string): void {
  execFileSync(MOUNT, ['-o', `remount,size=${size}`, folder]);
}

/** Makes the mounted disk read-only or writable again; no file may be open for writing. */
export function setReadOnly(folder: string, readOnly: boolean): void {
  execFileSync(MOUNT, ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder]);
}
