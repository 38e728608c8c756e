const MB = 1_000_000;
const GB = 1_000_000_000;

/** `640 МБ`, `3,2 ГБ`: a file's or disk's size as Windows users know it. */
export function megabytesText(
  bytes: number,
  number: (value: number, digits?: number) => string,
  t: (key: string, params: Readonly<{ size: string }>) => string,
): string {
  return bytes < GB
    ? t('backups.megabytes', { size: number(bytes / MB, bytes < MB * 10 ? 1 : 0) })
    : t('backups.gigabytes', { size: number(bytes / GB, 1) });
}
