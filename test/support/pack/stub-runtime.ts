import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FUSE_MARK } from './fuse-wire.ts';

export const GCC = 'x86_64-w64-mingw32-gcc';
const WINDRES = 'x86_64-w64-mingw32-windres';

const VERSION = `1 VERSIONINFO
FILEVERSION 45,4,1,0
PRODUCTVERSION 45,4,1,0
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "040904b0"
    BEGIN
      VALUE "FileDescription", "Stub"
      VALUE "FileVersion", "45.4.1"
      VALUE "ProductName", "Stub"
      VALUE "ProductVersion", "45.4.1"
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x409, 1200
  END
END
`;

/** Version and length of the wire, then the fuses as the runtime comes: all off. */
const WIRE = `"${FUSE_MARK}" "\\x01" "\\x09" "000000000"`;
const PROGRAM = `__attribute__((used)) const char wire[] = ${WIRE};
int main(int count, char **words) { return words[0][0] == wire[count]; }
`;

/**
 * A folder that looks like the Electron runtime for Windows and does nothing: its program is stripped
 * and carries a version, as electron-builder demands, and the wire of fuses, so that they can be set.
 */
export function makeStubRuntime(folder: string, scratch: string): void {
  for (const inside of ['locales', 'resources']) {
    mkdirSync(join(folder, inside), { recursive: true });
  }
  const [source, resource, object] = ['stub.c', 'stub.rc', 'stub.o'].map((one) =>
    join(scratch, one),
  ) as [string, string, string];
  writeFileSync(source, PROGRAM);
  writeFileSync(resource, VERSION);
  execFileSync(WINDRES, [resource, '-O', 'coff', '-o', object]);
  execFileSync(GCC, ['-s', '-O0', '-o', join(folder, 'electron.exe'), source, object]);
  for (const language of ['ru', 'en-US', 'de', 'zh-CN']) {
    writeFileSync(join(folder, 'locales', `${language}.pak`), 'stub');
  }
  writeFileSync(join(folder, 'version'), '45.4.1');
}
