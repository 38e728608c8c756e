import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../main/contract/index.ts';
import type { ZoneMapVersion, ZoneProof } from '../../../../main/contract/zones.ts';
import type { Failure } from '../../../../main/domain/failure.ts';
import {
  zoneDifferences,
  type ZoneDifference,
} from '../../../../main/domain/zones/drawing/zone-difference.ts';
import { useClient, useDownload } from '../../../bridge/client-context.tsx';
import { toFailure } from '../../../bridge/to-failure.ts';

type LinkCheck = Readonly<{ differences: readonly ZoneDifference[] }>;

/** What the way to iiko has come to. */
export type HandOver = Readonly<{
  version: ZoneMapVersion | null;
  link: LinkCheck | null;
  proof: ZoneProof | null;
  busy: 'file' | 'link' | 'proof' | null;
  failure: Readonly<{ at: 'file' | 'link' | 'proof'; failure: Failure }> | null;
  saveFile(): void;
  checkLink(link: string): void;
  prove(organizationId: number): void;
}>;

/** Keeps a version, saves its file, looks behind the link, and asks iiko for what it has. */
export function useHandOver(newest: ZoneMapVersion | null, changed: boolean): HandOver {
  const { t } = useTranslation();
  const client = useClient();
  const download = useDownload();
  const [version, setVersion] = useState(changed ? null : newest);
  const [link, setLink] = useState<LinkCheck | null>(null);
  const [proof, setProof] = useState<ZoneProof | null>(null);
  const [busy, setBusy] = useState<HandOver['busy']>(null);
  const [failure, setFailure] = useState<HandOver['failure']>(null);
  const run = (at: NonNullable<HandOver['busy']>, work: () => Promise<void>): void => {
    setBusy(at);
    setFailure(null);
    work()
      .catch((error: unknown) => setFailure({ at, failure: toFailure(error) }))
      .finally(() => setBusy(null));
  };
  const saveFile = (): void =>
    run('file', async () => setVersion(await saveVersion(client, download, t)));
  const checkLink = (text: string): void =>
    run('link', async () => {
      if (!version) return;
      const { path } = await client.zoneFiles.fetchLink({ link: text });
      const { zones } = await client.zoneFiles.open({ path });
      const ours = await client.zones.version({ version: version.id });
      setLink({ differences: zoneDifferences(ours, zones) });
      setVersion(await client.zones.handOver({ version: version.id, link: text }));
    });
  const prove = (organizationId: number): void =>
    run('proof', async () => {
      if (!version) return;
      await client.zoneCoverage.readRestrictions({ organizationId });
      setProof(await client.zones.prove({ version: version.id, organizationId }));
    });
  return { version, link, proof, busy, failure, saveFile, checkLink, prove };
}

/** Keeps the draft as a version and saves its file on this PC. */
async function saveVersion(
  client: Client,
  download: ReturnType<typeof useDownload>,
  t: TFunction,
): Promise<ZoneMapVersion> {
  const kept = await client.zones.keep({ note: t('zone-map.hand-over.note') });
  const title = t('zone-map.file.title', { version: kept.id });
  const made = await client.zones.exportFile({ format: 'kml', version: kept.id, title });
  download(made.handle, made.fileName);
  return client.zones.handOver({ version: kept.id, link: kept.link });
}
