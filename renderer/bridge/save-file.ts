/** Lets the browser save what stands behind a one-time transfer handle. */
export function saveFile(handle: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = `/transfer/${encodeURIComponent(handle)}`;
  link.download = fileName;
  link.click();
}

/** Lets the browser save what the page itself has made. */
export function saveBlob(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ');
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
