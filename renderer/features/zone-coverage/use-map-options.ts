import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneDraft, ZoneMapVersion } from '../../../main/contract/zones.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { DRAFT, type MapOption } from './map-option.ts';

const MOST_VERSIONS = 30;

/** iiko's map, the draft at hand, every draft where there are several, and the newest versions. */
export function useMapOptions(): readonly MapOption[] {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useClient();
  const [versions, setVersions] = useState<readonly ZoneMapVersion[]>([]);
  const [drafts, setDrafts] = useState<readonly ZoneDraft[]>([]);
  useEffect(() => {
    const read = (): void => {
      client.zones.versions({}).then(setVersions, () => setVersions([]));
      client.zones.drafts({}).then(setDrafts, () => setDrafts([]));
    };
    read();
    return client.zones.onChanged(read);
  }, [client]);
  return useMemo(
    () => [
      { id: 'iiko', label: t('zone-coverage.map.iiko'), choice: { type: 'iiko' } },
      {
        id: 'draft',
        label: t(`zone-coverage.map.draft${drafts.length > 1 ? '-shown' : ''}`),
        choice: DRAFT,
      },
      ...(drafts.length > 1 ? drafts : []).map(({ id, name }): MapOption => ({
        id: `draft-${id}`,
        label: t(`zone-coverage.map.draft-${name === '' ? 'first' : 'named'}`, { name }),
        choice: { type: 'draft', draft: id },
      })),
      ...versions.slice(0, MOST_VERSIONS).map((version): MapOption => ({
        id: `version-${version.id}`,
        label: [format.moment(version.madeAt), version.note || version.author].join(' · '),
        choice: { type: 'version', version: version.id },
      })),
    ],
    [t, format, drafts, versions],
  );
}
