/** No collection of iiko's files comes near these; they bound memory and time. */
export const ARCHIVE_LIMITS = {
  archiveBytes: 64 * 1024 * 1024,
  entries: 5_000,
  fileBytes: 16 * 1024 * 1024,
  totalBytes: 128 * 1024 * 1024,
  /** Deflate cannot pack better than 1:1032; texts of iiko pack about 1:10. */
  ratio: 200,
  /** Small files may be anything, for example a megabyte of zeros after a power cut. */
  ratioFromBytes: 2 * 1024 * 1024,
} as const;
