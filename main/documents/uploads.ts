import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { clearLeftovers } from './clear-leftovers.ts';

const LARGEST_FILE = 2_147_483_648;

type Upload = Readonly<{ fileName: string; path: string }>;

/** Files that are handed over part by part; gone with the program at the latest. */
export class Uploads {
  readonly #folder: string;
  readonly #open = new Map<string, Upload>();

  /** Removes what an earlier run left. */
  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'uploads');
    clearLeftovers(this.#folder);
  }

  async begin(fileName: string): Promise<string> {
    const uploadId = randomUUID();
    await mkdir(this.#folder, { recursive: true });
    const path = join(this.#folder, `${uploadId}.part`);
    await writeFile(path, '');
    this.#open.set(uploadId, { fileName, path });
    return uploadId;
  }

  /** Fails with `invalid` `attribution.file-too-large` beyond 2 GB; the file is then gone. */
  async add(uploadId: string, bytes: Uint8Array): Promise<void> {
    const { path } = this.find(uploadId);
    const { size } = await stat(path);
    if (size + bytes.length > LARGEST_FILE) {
      await this.drop(uploadId);
      throw new Failure('invalid', 'attribution.file-too-large');
    }
    await appendFile(path, bytes);
  }

  /** Fails with `not-found` `attribution.unknown-upload`. */
  find(uploadId: string): Upload {
    const upload = this.#open.get(uploadId);
    if (!upload) throw new Failure('not-found', 'attribution.unknown-upload');
    return upload;
  }

  async drop(uploadId: string): Promise<void> {
    const upload = this.#open.get(uploadId);
    this.#open.delete(uploadId);
    if (upload) await rm(upload.path, { force: true });
  }
}
