/** Lets the browser save what stands behind a one-time transfer handle. */
export function saveFile(handle: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = `/transfer/${encodeURIComponent(handle)}`;
  link.download = fileName;
  link.click();
}
