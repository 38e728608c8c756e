import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BaseMap, IikoZones } from '../../../main/contract/zones.ts';
import { assertNever } from '../../../main/domain/assert-never.ts';
import { drawn, type DrawnZone } from '../../../main/domain/zones/drawing/drawn-zone.ts';
import type { DeliveryZone } from '../../../main/domain/zones/delivery-zone.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { BringDialog } from './bring/bring-dialog.tsx';
import type { Bring } from './bring/use-bring.ts';
import { HandOverDialog } from './hand-over/hand-over-dialog.tsx';
import { BaseMapDialog } from './tools/base-map-dialog.tsx';
import { colourOf } from './zone-colour.ts';
import type { Editor } from './zones-slice.ts';

export type Dialog = 'bring' | 'hand-over' | 'base-map';

/** The dialogs of the screen; one at a time. */
export function Dialogs(props: {
  readonly dialog: Dialog | null;
  readonly editor: Editor;
  readonly base: BaseMap;
  readonly bring: Bring;
  readonly onTake: (title: string, zones: readonly DrawnZone[]) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { dialog, editor, base, bring, onTake, onClose } = props;
  const { t } = useTranslation();
  const iiko = useIikoZones(dialog !== null);
  const { zones } = editor.map;
  const take = (brought: readonly DeliveryZone[], how: 'replace' | 'add'): void => {
    const before = how === 'add' ? zones.length : 0;
    const fresh = brought.map((zone, place) =>
      // A colour of its own: the next zone that is added would shift those given by place.
      drawn({ ...zone, id: crypto.randomUUID(), colour: colourOf(zone, before + place) }),
    );
    const title = t('zone-map.did.brought', { count: fresh.length });
    onTake(title, how === 'add' ? [...zones, ...fresh] : fresh);
    onClose();
  };
  if (dialog === null) return null;
  switch (dialog) {
    case 'bring':
      return (
        <BringDialog
          bring={bring}
          iiko={iiko}
          empty={zones.length === 0}
          onTake={take}
          onClose={onClose}
        />
      );
    case 'hand-over': {
      const errors = editor.findings.filter(({ level }) => level === 'error').length;
      return <HandOverDialog map={editor.map} errors={errors} iiko={iiko} onClose={onClose} />;
    }
    case 'base-map':
      return <BaseMapDialog base={base} onClose={onClose} />;
    default:
      return assertNever(dialog);
  }
}

function useIikoZones(wanted: boolean): readonly IikoZones[] {
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [iiko, setIiko] = useState<readonly IikoZones[]>([]);
  useEffect(() => {
    if (wanted) client.zones.iiko({}).then(setIiko, notifyFailure);
  }, [client, notifyFailure, wanted]);
  return iiko;
}
